import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Reviewer } from "../review/reviewer";
import { ReviewSession } from "../review/session";
import type { CheckReport } from "../review/fileReport";
import { openWorkbook } from "../workbook/file/fileWorkbook";
import { run } from "./run";

const sample = path.join(__dirname, "../../seeds/appendices/phu-xuyen.xlsx");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "phuluc-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line and collects what it wrote. */
async function phuluc(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const status = await run(argv, { out: (text) => (out += text), err: (text) => (err += text), colors: false, interactive: false });
  return { status, out, err };
}

/** A file of the test's own folder. */
const at = (name: string): string => path.join(folder, name);

describe("check", () => {
  test("json has the keys that others script against, and the status tells that there are errors", async () => {
    const { status, out, err } = await phuluc("check", sample, "--format", "json");
    const report = JSON.parse(out) as CheckReport;
    expect(status).toBe(1);
    expect(err).toBe("");
    expect(report.version).toBe(1);
    expect(report.files).toHaveLength(1);
    const [file] = report.files;
    expect(file?.file).toBe(sample);
    expect(file?.plan).toMatchObject({ place: "Phú Xuyên", level: "xã", issued: "2025-07" });
    expect(file?.appendices).toMatchObject([{ sheet: "Phụ lục I", kind: "tasks", sections: 6, items: 23, clarity: { "sản phẩm": null } }]);
    expect(file?.appendices[0]?.clarity["thời gian"]).toBeCloseTo(20 / 23);
    expect(file?.ignored).toEqual([]);
    expect(file?.findings).toContainEqual(expect.objectContaining({ ruleId: "deadline/missing", severity: "error", sheet: "Phụ lục I", cell: "G13" }));
  });

  test("pretty groups by section and says cell, reason and rule", async () => {
    const { out } = await phuluc("check", sample);
    const section = out.indexOf("II. Chủ động");
    const finding = out.indexOf("G13");
    expect(section).toBeGreaterThan(-1);
    expect(finding).toBeGreaterThan(section);
    expect(out.slice(finding).split("\n")[0]).toContain("deadline/missing");
    expect(out).not.toContain("\u001b[");
  });

  test("what was ignored in the file is listed apart and does not count; the file's rules yield to the command line", async () => {
    const workbook = await openWorkbook(new Uint8Array(readFileSync(sample)));
    const session = new ReviewSession(workbook);
    const errors = (await session.check()).findings.filter(({ severity }) => severity === "error");
    for (const { id } of errors) await session.ignore(id, "đã xem", "2026-11-22");
    await session.setFileRules({ "lead/collective": "off" });
    writeFileSync(at("xem.xlsx"), workbook.save());
    const { status, out } = await phuluc("check", at("xem.xlsx"), "--format", "json");
    const [file] = (JSON.parse(out) as CheckReport).files;
    expect(status).toBe(0);
    expect(file?.ignored).toHaveLength(errors.length);
    expect(file?.ignored[0]).toMatchObject({ severity: "error", reason: "đã xem", on: "2026-11-22" });
    expect(file?.findings.some(({ severity, ruleId }) => severity === "error" || ruleId === "lead/collective")).toBe(false);
    expect((await phuluc("check", at("xem.xlsx"))).out).toContain(`${String(errors.length)} đã bỏ qua`);
    const asked = JSON.parse((await phuluc("check", at("xem.xlsx"), "--format", "json", "--rule", "lead/collective=info")).out) as CheckReport;
    expect(asked.files[0]?.findings.some(({ ruleId }) => ruleId === "lead/collective")).toBe(true);
  });

  test("a damaged setting of the file is told", async () => {
    const workbook = await openWorkbook(new Uint8Array(readFileSync(sample)));
    await workbook.writeSetting("ignored", "{}");
    writeFileSync(at("hong.xlsx"), workbook.save());
    expect((await phuluc("check", at("hong.xlsx"))).out).toContain('phần lưu kèm "ignored"');
    expect((JSON.parse((await phuluc("check", at("hong.xlsx"), "--format", "json")).out) as CheckReport).files[0]?.damagedSettings).toEqual(["ignored"]);
  });

  test("messages in English on request", async () => {
    const vi = await phuluc("check", sample);
    const en = await phuluc("check", sample, "--lang", "en");
    expect(en.out).toContain("error");
    expect(en.out).not.toEqual(vi.out);
  });

  test("a rule off is silent, a rule of another severity changes the status", async () => {
    const off = JSON.parse((await phuluc("check", sample, "--format", "json", "--rule", "deadline/missing=off")).out) as CheckReport;
    expect(off.files[0]?.findings.filter(({ ruleId }) => ruleId === "deadline/missing")).toEqual([]);
    const errors = new Set(off.files[0]?.findings.filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId));
    const lowered = [...errors, "deadline/missing"].flatMap((id) => ["--rule", `${id}=info`]);
    expect((await phuluc("check", sample, ...lowered)).status).toBe(0);
  });

  test("the plan context of a file takes precedence over the title lines", async () => {
    writeFileSync(at("plan.json"), JSON.stringify({ place: "Vĩnh Tuy", level: "phường" }));
    const report = JSON.parse((await phuluc("check", sample, "--context", at("plan.json"), "--format", "json")).out) as CheckReport;
    expect(report.files[0]?.plan).toMatchObject({ place: "Vĩnh Tuy", level: "phường", issued: "2025-07" });
    expect(report.files[0]?.findings).toContainEqual(expect.objectContaining({ ruleId: "title/place-mismatch", cell: "A2" }));
  });

  test("a file that cannot be read is told in one line; the others are still checked", async () => {
    writeFileSync(at("hong.xlsx"), "không phải bảng tính");
    const { status, out, err } = await phuluc("check", at("hong.xlsx"), sample, at("khong-co.xlsx"), "--format", "json");
    const report = JSON.parse(out) as CheckReport;
    expect(status).toBe(2);
    expect(report.files.map(({ failed }) => failed === undefined)).toEqual([false, true, false]);
    expect(report.files[1]?.findings.length).toBeGreaterThan(0);
    expect(err.trim().split("\n")).toHaveLength(2);
    expect(err).toContain("hong.xlsx");
    expect(err).not.toContain("at ");
  });

  test("a folder stands for its workbooks, without Excel's lock files", async () => {
    mkdirSync(at("con"));
    copyFileSync(sample, at("b.xlsx"));
    copyFileSync(sample, at("con/a.xlsx"));
    writeFileSync(at("~$b.xlsx"), "");
    writeFileSync(at("ghi-chu.txt"), "");
    const report = JSON.parse((await phuluc("check", folder, "--format", "json")).out) as CheckReport;
    expect(report.files.map(({ file }) => path.relative(folder, file))).toEqual(["b.xlsx", path.join("con", "a.xlsx")]);
  });

  test("a file of an old format in a folder is told, not passed over", async () => {
    copyFileSync(sample, at("a.xlsx"));
    writeFileSync(at("cu.xls"), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]));
    const { status, err } = await phuluc("check", folder);
    expect(status).toBe(2);
    expect(err).toMatch(/cu\.xls: .*\.xls.*\.xlsx/);
  });

  test("the report can go to a file", async () => {
    const { out } = await phuluc("check", sample, "--format", "json", "--output", at("ket-qua.json"));
    expect(out).toBe("");
    expect((JSON.parse(readFileSync(at("ket-qua.json"), "utf8")) as CheckReport).files).toHaveLength(1);
  });
});

describe("fix", () => {
  test("a dry run prints the changes and writes nothing", async () => {
    const { status, out } = await phuluc("fix", sample, "--dry-run", "-o", at("ra.xlsx"));
    expect(status).toBe(0);
    expect(out).toContain("→");
    expect(existsSync(at("ra.xlsx"))).toBe(false);
  });

  test("what it wrote has none of the findings that it mended, and fixing again changes nothing", async () => {
    const paste = path.join(__dirname, "../../seeds/appendices/phu-xuyen-paste.xlsx");
    expect((await phuluc("fix", paste, "-o", at("ra.xlsx"))).status).toBe(0);
    const workbook = await openWorkbook(new Uint8Array(readFileSync(at("ra.xlsx"))));
    const review = new Reviewer().review(await workbook.readGrids());
    expect(review.findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(review.reading.leftovers).toEqual([]);
    expect(review.reading.appendices.map(({ sections, items }) => [sections.length, items.length])).toEqual([[6, 23]]);
    expect((await phuluc("fix", at("ra.xlsx"), "--dry-run")).out).toContain("0 ô");
  });

  test("the user's own file is never written over", async () => {
    copyFileSync(sample, at("a.xlsx"));
    const { status, err } = await phuluc("fix", at("a.xlsx"), "-o", at("a.xlsx"));
    expect(status).toBe(2);
    expect(err).toContain("a.xlsx");
    expect(readFileSync(at("a.xlsx"))).toEqual(readFileSync(sample));
  });
});

test("mark writes a copy in which the cells with findings are marked", async () => {
  const { status, out } = await phuluc("mark", sample, "-o", at("ra.xlsx"));
  expect(status).toBe(0);
  const marked = Number(/\d+/.exec(out)?.[0]);
  expect(marked).toBeGreaterThan(0);
  const workbook = await openWorkbook(new Uint8Array(readFileSync(at("ra.xlsx"))));
  expect(await workbook.clearMarks()).toBe(marked);
});

describe("rules", () => {
  test("lists every rule, and explains one with its examples", async () => {
    const list = await phuluc("rules");
    expect(list.out).toContain("deadline/missing");
    const one = await phuluc("rules", "deadline/missing");
    expect(one.status).toBe(0);
    expect(one.out.length).toBeGreaterThan(200);
  });
});

describe("wrong calls say what to do and end with 2", () => {
  test.each([
    [[], "phuluc check"],
    [["soat"], "các lệnh: check, fix, fill, mark, "],
    [["check"], "thiếu tên tệp"],
    [["check", sample, "--format", "xml"], "pretty, json"],
    [["check", sample, "--rule", "deadline/missing"], "ID=off"],
    [["check", sample, "--rule", "khong/co=off"], "phuluc rules"],
    [["check", sample, "--khong-co"], "--help"],
    [["check", sample, "--lang", "fr"], "vi và en"],
    [["check", sample, "--context", "khong-co.json"], "khong-co.json"],
    [["fix", sample], "-o OUT.xlsx"],
    [["fix", sample, sample, "-o", "x.xlsx"], "đúng một tệp"],
    [["mark", sample], "-o OUT.xlsx"],
    [["rules", "khong/co"], "phuluc rules"],
  ])("%j", async (argv, hint) => {
    const { status, err } = await phuluc(...argv);
    expect(status).toBe(2);
    expect(err).toContain(hint);
  });

  test.each([
    [["soat"], "the commands: check, fix, fill, mark, "],
    [["check"], "name a file"],
    [["check", "khong-co.xlsx"], "khong-co.xlsx: there is no such file"],
    [["check", sample, "--format", "xml"], "pretty, json only"],
    [["check", sample, "--rule", "deadline/missing"], "write ID=off"],
    [["check", sample, "--rule", "khong/co=off"], "there is no rule"],
    [["check", sample, "--khong-co"], "--khong-co is not understood"],
    [["fix", sample, "-o"], "-o lacks its value"],
    [["check", sample, "--against", "khong-co"], "the bundled sources"],
    [["check", sample, "--context", "khong-co.json"], "khong-co.json: there is no such file"],
    [["fix", sample], "never written over"],
    [["fix", "khong-co.xlsx", "--dry-run"], "khong-co.xlsx: there is no such file"],
    [["fix", sample, sample, "-o", "x.xlsx"], "exactly one file"],
    [["fill", sample], "needs --from"],
    [["fill", sample, "--from", "quoc-gia", "--dry-run", "--min-score", "2"], "from 0 to 1"],
    [["rules", "khong/co"], "there is no rule"],
    [["template"], "name a form"],
    [["template", "khong-co"], "there is no form"],
    [[], "Ends with 0"],
  ])("in English on request: %j", async (argv, hint) => {
    for (const asked of [["--lang", "en"], ["--lang=en"]]) {
      const { status, err } = await phuluc(...argv, ...asked);
      expect(status).toBe(2);
      expect(err).toContain(hint);
    }
  });

  test("a key of PLAN.json that is wrong is named", async () => {
    writeFileSync(at("plan.json"), JSON.stringify({ issued: "tháng chín" }));
    const { status, err } = await phuluc("check", sample, "--context", at("plan.json"));
    expect(status).toBe(2);
    expect(err).toContain('"issued" (ngày ban hành) phải viết "2025-09"');
    expect((await phuluc("check", sample, "--context", at("plan.json"), "--lang", "en")).err).toContain('"issued" must be "2025-09" or');
    writeFileSync(at("plan.json"), JSON.stringify({ nam: "2025" }));
    expect((await phuluc("check", sample, "--context", at("plan.json"), "--lang", "en")).err).toContain("the keys are place, level, province, number, issued, period, issuer");
  });
});
