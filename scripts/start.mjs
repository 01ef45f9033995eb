#!/usr/bin/env node
// Builds the workbench when needed, serves it on this machine only, and says where it is.
import { createServer } from "node:http";
import path from "node:path";
import sirv from "sirv";
import { buildIfStale, root } from "./build.mjs";

const FIRST_PORT = Number(process.env.PORT ?? 3000);
const PORTS_TO_TRY = 50;

/** The same policy as in the page itself: nothing is loaded from, or sent to, anywhere else. */
const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

console.log("Đang dựng bàn soát (lần đầu mất khoảng nửa phút) …");
try {
  await buildIfStale("web", "dist/web/index.html");
} catch (failure) {
  console.error(`Không dựng được. Chạy "npm ci" rồi "npm start" lại.\n${failure.message}`);
  process.exit(2);
}

const serve = sirv(path.join(root, "dist/web"), {
  dev: true,
  setHeaders: (response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  },
});
const server = createServer((request, response) => serve(request, response, () => {
  response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
  response.end("Không có trang này.");
}));

listen(FIRST_PORT);

/** Takes the first free port from `port` on. */
function listen(port) {
  server.once("error", (failure) => {
    if (failure.code === "EADDRINUSE" && port < FIRST_PORT + PORTS_TO_TRY) listen(port + 1);
    else {
      console.error(`Không mở được cổng ${port}: ${failure.message}. Đặt cổng khác: PORT=4000 npm start`);
      process.exit(2);
    }
  });
  server.listen(port, "localhost", () => {
    server.removeAllListeners("error");
    console.log(`
  Soát Phụ lục: http://localhost:${port}

  Mở địa chỉ trên trong trình duyệt. Phụ lục mẫu của xã Phú Xuyên đã sẵn: bấm "Soát phụ lục".
  Kéo thả tệp .xlsx của bạn vào trang để soát. Không có dữ liệu nào rời khỏi máy này.
  (Open the address in a browser; drop an .xlsx of yours onto the page. Nothing leaves this machine.)
  Dừng: Ctrl+C
`);
  });
}
