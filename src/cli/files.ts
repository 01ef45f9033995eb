import { readFile, readdir, realpath, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { planSchema } from "../appendix/planSchema";
import type { PlanContext } from "../appendix/plan";
import type { Language } from "../text/language";
import { WorkbookFailure } from "../workbook/failure";
import { openWorkbook, type FileWorkbook } from "../workbook/file/fileWorkbook";
import { UsageError } from "./console";

/**
 * The workbooks that the arguments name: a file is itself, a folder is every .xlsx and .xlsm in it and below, in the order of their
 * names. Excel's own lock files ("~$…") are left out.
 * @throws UsageError when nothing is named, or a folder holds no workbook
 */
export async function workbooksOf(names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) throw new UsageError("thiếu tên tệp: phuluc check FILE.xlsx …");
  const files: string[] = [];
  for (const name of names) {
    const entry = await stat(name).catch(() => null);
    if (entry?.isDirectory() !== true) {
      files.push(name);
      continue;
    }
    const inside = (await readdir(name, { recursive: true }))
      .filter((file) => /\.xls[xm]$/i.test(file) && !path.basename(file).startsWith("~$"))
      .sort((a, b) => a.localeCompare(b, "vi"));
    if (inside.length === 0) throw new UsageError(`thư mục ${name} không có tệp .xlsx nào.`);
    files.push(...inside.map((file) => path.join(name, file)));
  }
  return files;
}

/**
 * Opens a workbook from disk.
 * @throws Error whose message is one line in the language asked for: what happened and what to do
 */
export async function openFile(file: string, language: Language): Promise<FileWorkbook> {
  try {
    const { buffer, byteOffset, byteLength } = await readFile(file);
    return await openWorkbook(new Uint8Array(buffer, byteOffset, byteLength), { name: path.basename(file) });
  } catch (failure) {
    throw new Error(reasonOf(failure, language), { cause: failure });
  }
}

/** One line that says why a file could not be opened or written. */
export function reasonOf(failure: unknown, language: Language): string {
  if (failure instanceof WorkbookFailure) return failure.reason[language];
  const code = failure instanceof Error && "code" in failure ? String(failure.code) : "";
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
export async function writeOutput(input: string, output: string, bytes: Uint8Array, language: Language): Promise<void> {
  const same = (await realpath(output).catch(() => null)) === (await realpath(input).catch(() => path.resolve(input)));
  if (same) throw new UsageError(`-o trùng với tệp gốc ${input}; ghi ra một tệp khác để giữ nguyên bản gốc.`);
  await writeWhole(output, bytes, language);
}

/**
 * Writes a file beside its place first, then moves it there: a failure half-way leaves no broken file.
 * @throws UsageError saying why it could not be written
 */
export async function writeWhole(output: string, bytes: Uint8Array, language: Language): Promise<void> {
  const draft = `${output}.${process.pid}.tmp`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, output);
  } catch (failure) {
    throw new UsageError(`không ghi được ${output}: ${reasonOf(failure, language)}`);
  }
}

/**
 * Reads PLAN.json.
 * @throws UsageError naming the file and the key that is wrong
 */
export async function readPlanFile(file: string, language: Language): Promise<Partial<PlanContext>> {
  let data: unknown;
  try {
    data = JSON.parse(await readFile(file, "utf8"));
  } catch (failure) {
    throw new UsageError(`không đọc được ${file}: ${failure instanceof SyntaxError ? "không phải JSON đúng cú pháp." : reasonOf(failure, language)}`);
  }
  const parsed = planSchema.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UsageError(`${file}: ${issue === undefined ? "sai khuôn." : `khóa "${issue.path.join(".")}": ${issue.message}`}`);
  }
  return parsed.data;
}
