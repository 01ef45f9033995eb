import pc from "picocolors";
import { run } from "./run";

// The exit code is set, not forced: what is still in the pipes is written first.
void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colors: pc.isColorSupported && process.stdout.isTTY,
  interactive: process.stderr.isTTY,
}).then((status) => {
  process.exitCode = status;
});
