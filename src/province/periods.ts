import { collapse, lower, plainMarks } from "../text/normal";
import type { Period } from "./match/statement";

const RANGE = /(20\d\d)\s*(?:-|đến|tới)\s*(?:hết\s+)?(?:năm\s+)?(20\d\d)/u;
const YEARS = /(?<![\d/.-])20\d\d(?!\d|\/|-\p{L})/gu;
/** A column of what was reached, not of what is to be reached. */
const REACHED = /(?:^|[\s/(])(?:thực hiện|th|ước thực hiện|ước|kết quả|hiện trạng|đã đạt|thực trạng|số liệu|đánh giá)(?=[\s/)]|$|\s*20)/u;
const TO_REACH = /(?:kế hoạch|kh|chỉ tiêu|mục tiêu|phấn đấu|giao)/u;
const PART_OF_YEAR = /(?:^|[\s/])(?:quý|tháng|6 tháng|9 tháng|nửa)(?=\s|$)/u;

/** The years that a header, a title or a target names: the one year or the one range there is; null when none or several are named. */
export function periodIn(text: string): Period | null {
  const plain = plainMarks(lower(collapse(text)));
  const range = RANGE.exec(plain);
  if (range !== null) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    const others = plain.replace(RANGE, " ").match(YEARS) ?? [];
    return from <= to && others.length === 0 ? { from, to } : null;
  }
  const years = [...new Set(plain.match(YEARS) ?? [])];
  return years.length === 1 ? { from: Number(years[0]), to: Number(years[0]) } : null;
}

/** What a value column is for: a period to reach something in; "none" when it shows what was reached, or a part of a year. */
export function periodOfColumn(header: string): Period | null | "none" {
  const plain = plainMarks(lower(collapse(header)));
  if (PART_OF_YEAR.test(plain)) return "none";
  if (REACHED.test(plain) && !TO_REACH.test(plain)) return "none";
  return periodIn(plain);
}

/** As people write it: "2030", "2026-2030"; "" for an unknown one. */
export function showPeriod(period: Period | null): string {
  if (period === null) return "";
  return period.from === period.to ? String(period.to) : `${period.from}-${period.to}`;
}
