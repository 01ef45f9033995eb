#!/usr/bin/env node
// Opens the add-in in Excel on this machine: builds what is stale, serves it over https, looks at every address of the manifest, and has
// Microsoft's tool put the add-in into Excel. `--dry-run` does all of it but the last step; a path opens that workbook.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, get } from "node:https";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildIfStale, root } from "./build.mjs";
import { servePages } from "./pages.mjs";

const require = createRequire(import.meta.url);
const tools = createRequire(require.resolve("office-addin-debugging"));
const { DEVELOPMENT_URL } = require("./excel.cjs");

const MANIFEST = path.join(root, "manifest.xml");
const PORT = Number(new URL(DEVELOPMENT_URL).port);
const dryRun = process.argv.includes("--dry-run");
const workbook = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const excelHere = process.platform === "win32" || process.platform === "darwin";

// Microsoft's tools of today send nothing any more; earlier ones did unless told not to.
tools("office-addin-usage-data").writeUsageDataJsonData("office-addin-debugging", "off");

/** Ends with one line that says what to do. */
function fail(message) {
  console.error(message);
  process.exit(2);
}

/** The key and the certificate of localhost; on a machine with Excel, its certificate authority is installed (the system asks once). */
async function certificates() {
  const certs = tools("office-addin-dev-certs");
  if (excelHere && !dryRun) return certs.getHttpsServerOptions();
  const folder = mkdtempSync(path.join(tmpdir(), "phuluc-"));
  try {
    const [ca, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => path.join(folder, name));
    await certs.generateCertificates(ca, cert, key, 1);
    return { ca: readFileSync(ca), cert: readFileSync(cert), key: readFileSync(key) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Status and content type of an address. */
function look(address, ca) {
  return new Promise((resolve, reject) => {
    get(address, { ca }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, type: response.headers["content-type"] ?? "" });
    }).on("error", reject);
  });
}

console.log("1. Dựng các trang (lần đầu mất khoảng nửa phút) …");
try {
  await buildIfStale("web", "dist/web/taskpane.html");
} catch (failure) {
  fail(`Không dựng được. Chạy "npm ci" rồi "npm run start:excel" lại.\n${failure.message}`);
}

console.log("2. Chuẩn bị chứng chỉ cho https://localhost …");
const options = await certificates().catch((failure) => fail(`Không tạo được chứng chỉ: ${failure.message}`));

const server = createServer({ key: options.key, cert: options.cert }, servePages());
await new Promise((resolve) => {
  server.once("error", (failure) =>
    fail(failure.code === "EADDRINUSE" ? `Cổng ${PORT} đang bận. Tắt chương trình đang dùng cổng này (có thể là "npm start") rồi chạy lại.` : `Không mở được cổng ${PORT}: ${failure.message}`),
  );
  server.listen(PORT, "localhost", resolve);
});

console.log("3. Mở thử mọi địa chỉ trong manifest.xml …");
const addresses = [...new Set([...readFileSync(MANIFEST, "utf8").matchAll(/"(https:\/\/localhost:[^"]+)"/g)].map(([, address]) => address))];
for (const address of addresses) {
  const { status, type } = await look(address, options.ca).catch((failure) => fail(`${address}: ${failure.message}`));
  if (status !== 200) fail(`${address}: máy chủ trả ${status}. Xóa thư mục dist rồi chạy lại.`);
  console.log(`   ${address}  ${type}`);
}

if (dryRun || !excelHere) {
  server.close();
  console.log(`\nĐã sẵn sàng: các trang, chứng chỉ và ${addresses.length} địa chỉ đều dùng được.`);
  if (!excelHere) console.log(`Máy này không có Excel (${process.platform}): bước đưa phần bổ trợ vào Excel chỉ làm được trên Windows hoặc Mac.\n(Excel does not run on this system: putting the add-in into it works on Windows and Mac only.)`);
  else console.log("Chạy thử (--dry-run): chưa đưa vào Excel.");
  // Without --dry-run Excel was asked for, and could not be opened.
  process.exit(dryRun ? 0 : 2);
}

console.log("4. Mở Excel với phần bổ trợ …");
const { startDebugging, stopDebugging, AppType } = require("office-addin-debugging");
try {
  await startDebugging(MANIFEST, { appType: AppType.Desktop, app: "excel", enableDebugging: false, ...(workbook === undefined ? {} : { document: path.resolve(workbook) }) });
} catch (failure) {
  server.close();
  fail(`Không đưa được phần bổ trợ vào Excel: ${failure.message}\nXem docs/deploy.md, mục "Một máy", để làm bằng tay.`);
}
console.log(`
  Trong Excel: thẻ Trang chủ (Home), nhóm "Soát phụ lục", bấm "Mở khung soát".
  Giữ cửa sổ này mở trong khi dùng. Dừng và gỡ khỏi Excel: Ctrl+C
`);
process.once("SIGINT", () => {
  server.close();
  stopDebugging(MANIFEST).then(
    () => process.exit(0),
    (failure) => fail(`Chưa gỡ được khỏi Excel: ${failure.message}`),
  );
});
