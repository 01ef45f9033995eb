import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Reviewer } from "../review/reviewer";
import { FORMS } from "../template/forms";
import { openWorkbook } from "../workbook/file/fileWorkbook";
import { EXIT } from "./console";
import { run } from "./run";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), "phuluc-"))));
afterAll(() => rm(folder, { recursive: true }));

/** Runs a command line; what it said and how it ended. */
async function phuluc(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const status = await run(argv, { out: (text) => void (out += text), err: (text) => void (err += text), colors: false, interactive: false });
  return { status, out, err };
}

test.each([[[] as string[]], [["mau-la"]], [["mau-la", "-o", "x.xlsx"]]])("%j lists the forms, a line each, and writes nothing", async (names) => {
  const { status, err, out } = await phuluc("template", ...names);
  expect([status, out]).toEqual([EXIT.couldNotRun, ""]);
  const lines = err.trimEnd().split("\n");
  expect(lines).toHaveLength(FORMS.length + 1);
  for (const { id } of FORMS) expect(lines.some((line) => line.startsWith(`  ${id} `))).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

test("a form without a place to write it is refused", async () => {
  const { status, err } = await phuluc("template", "nhiem-vu");
  expect(status).toBe(EXIT.couldNotRun);
  expect(err).toContain("-o OUT.xlsx");
});

describe.each(FORMS.map((form) => [form.id, form] as const))("%s", (id, form) => {
  test("is written, opened and checked without a finding but what is to be filled in", async () => {
    const output = path.join(folder, `${id}.xlsx`);
    const context = path.join(folder, "plan.json");
    await writeFile(context, JSON.stringify({ place: "Vĩnh Tuy", level: "phường", province: "Hà Nội", issued: "2026-01", period: "2026" }));
    expect((await phuluc("template", id, "-o", output, "--context", context)).status).toBe(EXIT.clean);
    const workbook = await openWorkbook(new Uint8Array(await readFile(output)));
    const { reading, findings } = new Reviewer().review(await workbook.readGrids());
    expect(reading.appendices.map(({ kind }) => kind)).toEqual([form.kind]);
    expect(reading.plan).toMatchObject({ place: "Vĩnh Tuy", level: "phường", issued: "2026-01", period: "2026" });
    expect(findings.filter(({ severity }) => severity !== "info").map(({ ruleId, cell }) => `${ruleId} ${cell}`)).toEqual([]);
    expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(new Set(["content/missing", "title/number-blank"]));
    expect((await phuluc("check", output)).status).toBe(EXIT.clean);
    await rm(output);
    await rm(context);
  });
});

test("a form of the office's own is laid out from its file; one that is none is refused by name", async () => {
  const own = path.join(folder, "mau-xa.json");
  const output = path.join(folder, "own.xlsx");
  await writeFile(own, JSON.stringify({ ...FORMS[0], id: "mau-xa", title: "NHIỆM VỤ CỦA XÃ" }));
  expect((await phuluc("template", own, "-o", output)).status).toBe(EXIT.clean);
  const [grid] = await (await openWorkbook(new Uint8Array(await readFile(output)))).readGrids();
  expect(grid?.texts[1]?.[0]).toBe("NHIỆM VỤ CỦA XÃ");
  await writeFile(own, JSON.stringify({ ...FORMS[0], kind: "bảng" }));
  const broken = await phuluc("template", own, "-o", output);
  expect([broken.status, broken.err]).toEqual([EXIT.couldNotRun, `phuluc: ${own}: khóa "kind" phải là tasks, targets hoặc outline.\n`]);
  const absent = await phuluc("template", path.join(folder, "khong-co.json"), "-o", output);
  expect([absent.status, absent.err.includes("khong-co.json")]).toEqual([EXIT.couldNotRun, true]);
  await rm(own);
  await rm(output);
});

test("a plan file with a wrong key is refused by name", async () => {
  const context = path.join(folder, "plan.json");
  await writeFile(context, JSON.stringify({ level: "huyện" }));
  const { status, err } = await phuluc("template", "nhiem-vu", "-o", path.join(folder, "x.xlsx"), "--context", context);
  expect(status).toBe(EXIT.couldNotRun);
  expect(err).toContain('"level" (cấp)');
  expect(await readdir(folder)).toEqual(["plan.json"]);
});
