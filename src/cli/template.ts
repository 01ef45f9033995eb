import { readFile } from "node:fs/promises";
import { UNKNOWN_PLAN, correctPlan, type PlanContext } from "../appendix/plan";
import { templateSheets } from "../review/templateSheets";
import { FormError, parseFormText, type Form } from "../template/form";
import { FORMS, formOf } from "../template/forms";
import { newWorkbook } from "../workbook/file/newWorkbook";
import { EXIT, UsageError, type CommandContext } from "./console";
import { aboutFile, writeWhole } from "./files";

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
  const form = name === null ? undefined : name.endsWith(".json") ? await readForm(name) : formOf(name);
  if (form === undefined) {
    const said = {
      vi: name === null ? "thiếu tên mẫu; các mẫu" : `không có mẫu "${name}"; các mẫu`,
      en: name === null ? "name a form; the forms" : `there is no form "${name}"; the forms`,
    };
    const width = Math.max(...FORMS.map(({ id }) => id.length));
    const list = FORMS.map(({ id, name: called, about }) => `  ${id.padEnd(width)}  ${called[language]}: ${about[language]}\n`).join("");
    console.err(`phuluc: ${said[language]}:\n${list}`);
    return EXIT.couldNotRun;
  }
  if (output === null) throw new UsageError({ vi: `lệnh template cần -o OUT.xlsx: phuluc template ${name ?? form.id} -o OUT.xlsx`, en: `the command template needs -o OUT.xlsx: phuluc template ${name ?? form.id} -o OUT.xlsx` });
  const workbook = await newWorkbook(templateSheets({ form, options: { plan: correctPlan(UNKNOWN_PLAN, plan) } }));
  await writeWhole(output, workbook.save());
  console.out(language === "vi" ? `Đã tạo “${form.name.vi}” → ${output}\n` : `Made “${form.name.en}” → ${output}\n`);
  return EXIT.clean;
}

/** A form of an office's own. @throws UsageError naming the file, and the key that is wrong. */
async function readForm(file: string): Promise<Form> {
  const text = await readFile(file, "utf8").catch((failure: unknown) => {
    throw new UsageError(aboutFile(file, failure));
  });
  try {
    return parseFormText(text, file);
  } catch (failure) {
    throw failure instanceof FormError ? new UsageError(failure.localized) : failure;
  }
}
