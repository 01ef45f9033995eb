import { z } from "zod";

/** A text that holds something; null and "" say that the drafter leaves it to the title lines. */
const name = (what: string): z.ZodType<string | null> =>
  z
    .string({ error: `${what} phải là một chuỗi chữ` })
    .max(200, { error: `${what} dài quá 200 ký tự` })
    .transform((text) => (text.trim() === "" ? null : text.normalize("NFC").trim()))
    .nullable();

const ISSUED = /^(?:19|20)\d\d-(\d\d)(?:-(\d\d))?$/;
const PERIOD = /^(20\d\d)(?:\s*[-–]\s*(20\d\d))?$/;

/** True for a month or a day that the calendar has. */
function isDate(text: string): boolean {
  const found = ISSUED.exec(text);
  if (found === null) return false;
  const month = Number(found[1]);
  if (month < 1 || month > 12) return false;
  if (found[2] === undefined) return true;
  const day = Number(found[2]);
  return day >= 1 && day <= new Date(Date.UTC(Number(text.slice(0, 4)), month, 0)).getUTCDate();
}

function isPeriod(text: string): boolean {
  const found = PERIOD.exec(text);
  return found !== null && (found[2] === undefined || Number(found[1]) <= Number(found[2]));
}

/**
 * A plan context as a drafter gives it (PLAN.json, the pane's form): every key may be left out, and a key that is null or empty leaves
 * what the title lines say. Messages are in Vietnamese, for the drafter to read.
 */
export const planSchema = z.strictObject(
  {
    place: name('"place" (tên xã, phường)'),
    level: z.enum(["xã", "phường", "đặc khu"], { error: '"level" (cấp) phải là "xã", "phường" hoặc "đặc khu"' }).nullable(),
    province: name('"province" (tên tỉnh, thành phố)'),
    number: name('"number" (số kế hoạch)'),
    issued: z
      .string({ error: '"issued" (ngày ban hành) phải viết "2025-09" hoặc "2025-09-19"' })
      .refine(isDate, { error: '"issued" (ngày ban hành) phải viết "2025-09" hoặc "2025-09-19"' })
      .nullable(),
    period: z
      .string({ error: '"period" (thời kỳ) phải viết "2026" hoặc "2025-2030"' })
      .transform((text) => text.trim())
      .refine(isPeriod, { error: '"period" (thời kỳ) phải viết "2026" hoặc "2025-2030"' })
      .transform((text) => text.replace(/\s*[-–]\s*/, "-"))
      .nullable(),
    issuer: z.enum(["party", "government"], { error: '"issuer" (cơ quan ban hành) phải là "party" (Đảng ủy) hoặc "government" (UBND)' }).nullable(),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `Không có mục ${issue.keys.map((key) => `"${key}"`).join(", ")}; các mục là "place", "level", "province", "number", "issued", "period", "issuer"`
        : "Bối cảnh kế hoạch phải là một đối tượng JSON",
  },
).partial();
