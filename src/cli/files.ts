import { readFile, readdir, realpath, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { planSchema } from "../appendix/planSchema";
import type { PlanContext } from "../appendix/plan";
import type { Language, Localized } from "../text/language";
import { WorkbookFailure } from "../workbook/failure";
import { openWorkbook, type FileWorkbook } from "../workbook/file/fileWorkbook";
import { UsageError } from "./console";

/**
 * The workbooks that the arguments name: a file is itself, a folder is every Excel file in it and below, in the order of their
 * names: those of old formats too, for it to be told that they were not read. Excel's own lock files ("~$…") are left out.
 * @throws UsageError when nothing is named, or a folder holds no workbook
 */
export async function workbooksOf(names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) throw new UsageError({ vi: "thiếu tên tệp: phuluc check FILE.xlsx …", en: "name a file: phuluc check FILE.xlsx …" });
  const files: string[] = [];
  for (const name of names) {
    const entry = await stat(name).catch(() => null);
    if (entry?.isDirectory() !== true) {
      files.push(name);
      continue;
    }
    const inside = (await readdir(name, { recursive: true }))
      .filter((file) => /\.xls[xmb]?$/i.test(file) && !path.basename(file).startsWith("~$"))
      .sort((a, b) => a.localeCompare(b, "vi"));
    if (inside.length === 0) throw new UsageError({ vi: `thư mục ${name} không có tệp .xlsx nào.`, en: `the folder ${name} holds no .xlsx file.` });
    files.push(...inside.map((file) => path.join(name, file)));
  }
  return files;
}

/**
 * Opens a workbook from disk.
 * @throws what `reasonOf` puts into one line: what happened and what to do
 */
export async function openFile(file: string): Promise<FileWorkbook> {
  const { buffer, byteOffset, byteLength } = await readFile(file);
  return openWorkbook(new Uint8Array(buffer, byteOffset, byteLength), { name: path.basename(file) });
}

/**
 * Opens the one workbook that a command is about.
 * @throws UsageError that names the file, and says what happened and what to do
 */
export async function openNamed(file: string): Promise<FileWorkbook> {
  return openFile(file).catch((failure: unknown) => {
    throw new UsageError(aboutFile(file, failure));
  });
}

/** Why something could not be done, under the name of the file that it was to be done with. */
export function aboutFile(file: string, failure: unknown): Localized {
  return under(file, { vi: reasonOf(failure, "vi"), en: reasonOf(failure, "en") });
}

/** A sentence under the name of a file. */
export function under(file: string, said: Localized): Localized {
  return { vi: `${file}: ${said.vi}`, en: `${file}: ${said.en}` };
}

/** One line that says why a command could not run, or why a file could not be opened or written. */
export function reasonOf(failure: unknown, language: Language): string {
  if (failure instanceof WorkbookFailure || failure instanceof UsageError) return failure.reason[language];
  const code = typeof failure === "object" && failure !== null && "code" in failure ? String(failure.code) : "";
  const known: Record<string, { vi: string; en: string }> = {
    ENOENT: { vi: "không có tệp này; xem lại đường dẫn.", en: "there is no such file; check the path." },
    EACCES: { vi: "không được phép mở tệp này; xem lại quyền truy cập.", en: "access denied; check the permissions." },
    EISDIR: { vi: "đây là thư mục, không phải tệp .xlsx.", en: "this is a folder, not an .xlsx file." },
    ENOSPC: { vi: "ổ đĩa đã đầy.", en: "the disk is full." },
  };
  const said = known[code]?.[language];
  if (said !== undefined) return said;
  return failure instanceof Error ? (failure.message.split("\n")[0] ?? "") : String(failure);
}

/**
 * Writes a workbook whole, or not at all.
 * @throws UsageError when the place is the input itself: the user's file is never written over
 */
export async function writeOutput(input: string, output: string, bytes: Uint8Array): Promise<void> {
  const same = (await realpath(output).catch(() => null)) === (await realpath(input).catch(() => path.resolve(input)));
  if (same) throw new UsageError({ vi: `-o trùng với tệp gốc ${input}; ghi ra một tệp khác để giữ nguyên bản gốc.`, en: `-o is the original ${input} itself; write to another file, so that the original stays.` });
  await writeWhole(output, bytes);
}

/**
 * Writes a file beside its place first, then moves it there: a failure half-way leaves no broken file.
 * @throws UsageError saying why it could not be written
 */
export async function writeWhole(output: string, bytes: Uint8Array): Promise<void> {
  const draft = `${output}.${process.pid}.tmp`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, output);
  } catch (failure) {
    throw notWritten(output, failure);
  }
}

/** The error of a file that could not be written, with why. */
export function notWritten(output: string, failure: unknown): UsageError {
  return new UsageError({ vi: `không ghi được ${output}: ${reasonOf(failure, "vi")}`, en: `${output} could not be written: ${reasonOf(failure, "en")}` });
}

/** What the keys of PLAN.json hold, for the English message; the schema itself speaks Vietnamese. */
const PLAN_KEYS: Readonly<Record<string, string>> = {
  place: "a text (the commune's name) of at most 200 characters",
  level: '"xã", "phường" or "đặc khu"',
  province: "a text of at most 200 characters",
  number: "a text of at most 200 characters",
  issued: '"2025-09" or "2025-09-19"',
  period: '"2026" or "2025-2030"',
  issuer: '"party" or "government"',
};

/**
 * Reads PLAN.json.
 * @throws UsageError naming the file and the key that is wrong
 */
export async function readPlanFile(file: string): Promise<Partial<PlanContext>> {
  let data: unknown;
  try {
    data = JSON.parse(await readFile(file, "utf8"));
  } catch (failure) {
    throw new UsageError(failure instanceof SyntaxError ? { vi: `${file}: không phải JSON đúng cú pháp.`, en: `${file}: this is not valid JSON.` } : aboutFile(file, failure));
  }
  const parsed = planSchema.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const key = issue?.path.join(".") ?? "";
    throw new UsageError({ vi: `${file}: ${issue?.message ?? ""}.`, en: `${file}: ${key in PLAN_KEYS ? `"${key}" must be ${PLAN_KEYS[key] ?? ""}` : `the keys are ${Object.keys(PLAN_KEYS).join(", ")}, in one JSON object`}.` });
  }
  return parsed.data;
}
