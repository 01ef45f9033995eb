import { z } from "zod";
import type { Role } from "../appendix/appendix";
import type { Localized } from "../text/language";

/** Texts of a form are shown, compared and written as they are: composed, no spaces around them. */
const text = (longest: number): z.ZodString =>
  z
    .string({ error: "phải là một chuỗi chữ" })
    .min(1, { error: "không được để trống" })
    .max(longest, { error: `dài quá ${longest} ký tự` })
    .refine((said) => said === said.normalize("NFC").trim(), { error: "phải là Unicode dựng sẵn, không có dấu cách ở hai đầu" });

const localized = z.strictObject({ vi: text(400), en: text(400) });

const ROLES = [
  "number", "detailNumber", "content", "directingLeader", "leadUnit", "coordinatingUnits", "product", "deadline", "unitOfMeasure", "target", "basis", "note",
] as const satisfies readonly Role[];

/** How a column is taken up: in every sheet, unless it is left out, or only when it is asked for. */
const USES = ["always", "usual", "optional"] as const;

const columnSchema = z.strictObject({
  /** Null for a column that only this office has and that no rule speaks of ("Kinh phí"). */
  role: z.enum(ROLES, { error: `phải là một trong: ${ROLES.join(", ")}, hoặc null` }).nullable(),
  /** The words of the header, from the top level down: one, or two where columns share a header above ("STT" over "TT" and "Chi tiết"). */
  header: z.array(text(200)).min(1, { error: "cần ít nhất một dòng chữ" }).max(3, { error: "nhiều nhất ba tầng" }),
  /** In characters; that of the content column is what the others leave, where the form keeps to the page. */
  width: z.number({ error: "phải là một số" }).min(3, { error: "nhỏ nhất là 3" }).max(200, { error: "lớn nhất là 200" }),
  align: z.enum(["center", "justify", "left"], { error: "phải là center, justify hoặc left" }),
  use: z.enum(USES, { error: `phải là ${USES.join(", ")}` }).default("always"),
  /** Which of the usual choices the cells propose. */
  choices: z.enum(["units", "leaders", "deadlines"], { error: "phải là units, leaders hoặc deadlines" }).optional(),
});

const sectionSchema = z.strictObject({
  title: text(1000),
  /** 2 for a section inside of the one above it ("III.1"). */
  level: z.union([z.literal(1), z.literal(2)], { error: "phải là 1 hoặc 2" }).default(1),
});

/** How the numerals of sections are written: "I" and "III.1", "I.", or "Thứ nhất:" in the cell of the title. */
const STYLES = ["roman", "roman-dot", "ordinal"] as const;

const sectionsSchema = z.strictObject({
  style: z.enum(STYLES, { error: `phải là ${STYLES.join(", ")}` }),
  /** True for the groups of tasks of the programme for Resolution 57-NQ/TW (standardSections.json) in place of the form's own. */
  standard: z.boolean({ error: "phải là true hoặc false" }).default(false),
  titles: z.array(sectionSchema).max(60, { error: "nhiều nhất 60 mục" }).default([]),
});

const usedBySchema = z.strictObject({
  /** Whose plan, of when: "UBND xã Phú Xuyên, Hà Nội, 7/2025". */
  plan: text(200),
  /** Which of its appendices: "Phụ lục I". */
  appendix: text(60),
});

/** The shape of seeds/templates/*.json but the lists, and of the file that an office keeps its own form in. */
export const formSchema = z
  .strictObject(
    {
      version: z.literal(1, { error: "phải là 1" }),
      id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối" }).max(60),
      name: localized,
      /** One sentence: what it is for. */
      about: localized,
      kind: z.enum(["tasks", "targets", "outline"], { error: "phải là tasks, targets hoặc outline" }),
      orientation: z.enum(["portrait", "landscape"], { error: "phải là portrait hoặc landscape" }).default("landscape"),
      /** True when the content column takes what the other columns leave of the page; false for a sheet that keeps its own widths. */
      fit: z.boolean({ error: "phải là true hoặc false" }).default(true),
      /** Who issues such plans when the plan's details do not say. */
      issuer: z.enum(["government", "party"], { error: "phải là government hoặc party" }).default("government"),
      /**
       * In capitals. {place} stands for "XÃ PHÚ XUYÊN", {period} for "NĂM 2026" or "GIAI ĐOẠN 2025 - 2030"; what stands in square brackets is
       * left out when the plan's details do not give it.
       */
      title: text(1000),
      columns: z.array(columnSchema).min(1, { error: "cần ít nhất một cột" }).max(40, { error: "nhiều nhất 40 cột" }),
      /** For a column headed "{year}": the years when the plan's details give none. */
      years: z.array(z.string().regex(/^20\d\d$/, { error: "phải là năm, ví dụ 2030" })).max(12, { error: "nhiều nhất 12 năm" }).default([]),
      sections: sectionsSchema.nullable(),
      usedBy: z.array(usedBySchema).default([]),
    },
    { error: (issue) => (issue.code === "unrecognized_keys" ? `không có khóa ${issue.keys.map((key) => `"${key}"`).join(", ")}` : "phải là một đối tượng JSON") },
  )
  .refine(({ columns }) => columns.filter(({ role }) => role === "content").length === 1, { error: "cần đúng một cột nội dung (role content)", path: ["columns"] })
  .refine(({ columns }) => ROLES.every((role) => role === "target" || columns.filter((column) => column.role === role).length <= 1), {
    error: "hai cột có cùng vai trò (role)",
    path: ["columns"],
  });

/** A form of an appendix: what its sheet is laid out from. Plain data. */
export type Form = z.infer<typeof formSchema>;
export type FormColumn = Form["columns"][number];
export type SectionStyle = (typeof STYLES)[number];

/** A section of a form: its title and level. */
export type FormSection = z.infer<typeof sectionSchema>;

/** A form that could not be read; `message` is one line for people: which file, which key, what is wrong and what it should be. */
export class FormError extends Error {
  override readonly name = "FormError";
  readonly localized: Localized;

  /** @param en the same in English; the Vietnamese words when absent. */
  constructor(message: string, en = message) {
    super(message);
    this.localized = { vi: message, en };
  }
}

/**
 * Reads a form.
 * @param data what the JSON file holds.
 * @param file the file's name, for the message.
 * @throws FormError naming the file and the key.
 */
export function parseForm(data: unknown, file: string): Form {
  return parsed(formSchema, data, file);
}

/**
 * Reads a form from the text of a file.
 * @throws FormError naming the file, and the key unless the text is no JSON at all.
 */
export function parseFormText(json: string, file: string): Form {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw new FormError(`${file}: không phải JSON đúng cú pháp; hãy chọn tệp .json đã lưu từ trang “Mẫu”.`, `${file}: this is no JSON; choose a .json file that was saved from the page “Templates”.`);
  }
  return parseForm(data, file);
}

/** What a schema makes of a file's data. @throws FormError naming the file and the first key that is wrong. */
export function parsed<T>(schema: z.ZodType<T>, data: unknown, file: string): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const key = issue === undefined ? "" : issue.path.map(String).join(".");
  throw new FormError(
    `${file}: ${key === "" ? "" : `khóa "${key}" `}${issue?.message ?? "sai khuôn"}.`,
    `${file}: ${key === "" ? "this is no form of an appendix" : `the key "${key}" is not what a form needs`} (${issue?.message ?? "?"}).`,
  );
}
