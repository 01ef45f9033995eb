import { readFile } from "node:fs/promises";
import { UNKNOWN_PLAN, correctPlan, type PlanContext } from "../appendix/plan";
import { templateSheets } from "../review/templateSheets";
import { FormError, parseFormText, type Form } from "../template/form";
import { FORMS, formOf } from "../template/forms";
import type { Language } from "../text/language";
import { newWorkbook } from "../workbook/file/newWorkbook";
import { EXIT, UsageError, type CommandContext } from "./console";
import { reasonOf, writeWhole } from "./files";

/** What `template` was asked. */
export interface TemplateCommand {
  /** The form's id, or a file in which an office keeps a form of its own (.json); null when none was named. */
  readonly name: string | null;
  /** Null when none was given. */
  readonly output: string | null;
  readonly plan: Partial<PlanContext>;
}

/**
 * Writes a new workbook with a standard form, ready to be filled in. Without a name, or with one that is none, the forms are listed and
 * nothing is written.
 */
export async function template({ name, output, plan }: TemplateCommand, { console, language }: CommandContext): Promise<number> {
  const form = name === null ? undefined : name.endsWith(".json") ? await readForm(name, language) : formOf(name);
  if (form === undefined) {
    const said = name === null ? "thiếu tên mẫu" : `không có mẫu "${name}"`;
    const width = Math.max(...FORMS.map(({ id }) => id.length));
    const list = FORMS.map(({ id, name: called, about }) => `  ${id.padEnd(width)}  ${called[language]}: ${about[language]}\n`).join("");
    console.err(`phuluc: ${said}; các mẫu:\n${list}`);
    return EXIT.couldNotRun;
  }
  if (output === null) throw new UsageError(`lệnh template cần -o OUT.xlsx: phuluc template ${name ?? form.id} -o OUT.xlsx`);
  const workbook = await newWorkbook(templateSheets({ form, options: { plan: correctPlan(UNKNOWN_PLAN, plan) } }));
  await writeWhole(output, workbook.save(), language);
  console.out(language === "vi" ? `Đã tạo “${form.name.vi}” → ${output}\n` : `Made “${form.name.en}” → ${output}\n`);
  return EXIT.clean;
}

/** A form of an office's own. @throws UsageError naming the file, and the key that is wrong. */
async function readForm(file: string, language: Language): Promise<Form> {
  const text = await readFile(file, "utf8").catch((failure: unknown) => {
    throw new UsageError(`${file}: ${reasonOf(failure, language)}`);
  });
  try {
    return parseFormText(text, file);
  } catch (failure) {
    throw failure instanceof FormError ? new UsageError(failure.localized[language]) : failure;
  }
}
