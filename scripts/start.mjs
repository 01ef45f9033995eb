#!/usr/bin/env node
// Builds the workbench when needed, serves it on this machine only, and says where it is.
import { createServer } from "node:http";
import { buildIfStale } from "./build.mjs";
import { servePages } from "./pages.mjs";

const FIRST_PORT = Number(process.env.PORT ?? 3000);
const PORTS_TO_TRY = 50;

console.log("Đang dựng bàn soát (lần đầu mất khoảng nửa phút) …");
try {
  await buildIfStale("web", "dist/web/index.html");
} catch (failure) {
  console.error(`Không dựng được. Chạy "npm ci" rồi "npm start" lại.\n${failure.message}`);
  process.exit(2);
}

const server = createServer(servePages());

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
  Kéo thả tệp .xlsx của anh/chị vào trang để soát. Không có dữ liệu nào rời khỏi máy này.
  (Open the address in a browser; drop an .xlsx of yours onto the page. Nothing leaves this machine.)
  Dừng: Ctrl+C
`);
  });
}
