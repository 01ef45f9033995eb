import { run as matching } from "./matching";
import { run as odd } from "./odd";
import { run as reading } from "./reading";
import { run as rules } from "./rules";

/** Every benchmark prints its own lines; a name on the command line runs that one alone. */
const BENCHMARKS: Readonly<Record<string, (print: (line: string) => void) => Promise<void>>> = { reading, odd, rules, matching };

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  for (const [name, run] of Object.entries(BENCHMARKS)) {
    if (wanted.length === 0 || wanted.includes(name)) await run((line) => process.stdout.write(`${line}\n`));
  }
}

void main();
