import { createRequire } from "node:module";
import path from "node:path";
import sirv from "sirv";
import { root } from "./build.mjs";

const { headersOf } = createRequire(import.meta.url)("./headers.cjs");

/**
 * Answers requests with the files of the build, under the headers that any web server should send with them.
 * @returns {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void}
 */
export function servePages() {
  const files = sirv(path.join(root, "dist/web"), {
    dev: true,
    setHeaders: (response, file) => {
      for (const [name, value] of Object.entries(headersOf(file.replace(/^\//, "")))) response.setHeader(name, value);
    },
  });
  return (request, response) =>
    files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("Không có trang này.");
    });
}
