import type { Grid } from "../../grid/grid";
import type { Column, Role } from "../appendix";
import { collapse } from "../../text/normal";
import { bare } from "./bareText";
import { HEADER_LENGTH, type HeaderCells, type HeaderMatch } from "./headerCell";
import type { HeaderSense } from "./headerSynonyms";
import { isEmpty, startsSmall } from "./lineKinds";
import { numeralKind } from "./numeral";
import type { TableBlock, UnknownColumn } from "./tableBlock";

/** What may stand alone above the columns that it spans. */
export const SPANNING: ReadonlySet<string> = new Set<HeaderSense>(["units", "group", "leadUnit", "anyUnit", "target", "deadline", "product"]);
/** More levels than any office stacks. */
const MAX_LEVELS = 3;
/** More rows than the lines of any header take, where every printed line has a row of its own. */
const MAX_LINES = 5;
/** Rows below the header that are looked at where the header alone does not say (a number column without a header). */
const SAMPLE_ROWS = 12;

/** A header cell path from the top level down to the column itself. */
interface Leaf {
  readonly at: number;
  /** The texts by level, inherited ones included, without the empty ones. */
  readonly path: readonly string[];
  readonly row: number;
  /** Where the leaf's own text stands: `at`, but for its row. */
  readonly match: HeaderMatch | null;
  readonly parent: HeaderMatch | null;
}

function cellText(grid: Grid, row: number, at: number): string {
  return grid.texts[row]?.[at] ?? "";
}

/** The filled cells of a row between two columns, both inside. */
function filled(grid: Grid, row: number, from: number, to: number): number[] {
  const cells = grid.texts[row] ?? [];
  const found: number[] = [];
  const end = Math.min(to, cells.length - 1);
  for (let at = from; at <= end; at++) if (!isEmpty(cells[at])) found.push(at);
  return found;
}

/**
 * Reads the table whose header begins in a row.
 * @param row index of the header's first row in the grid's arrays.
 * @param from first and last column that may belong to it.
 * @returns null when the row heads no table: a header needs the content column and another role, or words for them that leave no doubt.
 */
export function readHeader(grid: Grid, row: number, from: number, to: number, cells: HeaderCells): TableBlock | null {
  const top = filled(grid, row, from, to);
  const first = top[0];
  let last = top[top.length - 1];
  if (first === undefined || last === undefined) return null;
  if (top.some((at) => cellText(grid, row, at).length > HEADER_LENGTH * 2)) return null;

  // A lone word above a header is a title, unless it is a word that spans columns of the row below ("Đơn vị thực hiện").
  if (top.length === 1 && !SPANNING.has(cells.read(collapse(cellText(grid, row, first)))?.sense ?? "number")) return null;

  const levels = [row];
  const lines = new Set<number>();
  const start = top.length === 1 ? from : Math.max(from, first - 2);
  for (let next = row + 1; levels.length - lines.size < MAX_LEVELS; next++) {
    if (lines.size < MAX_LINES && isNextLine(grid, levels, next, start, last, cells)) {
      levels.push(next);
      lines.add(next);
      continue;
    }
    const below = levelRow(grid, levels, next, start, last, to, cells);
    if (below === null) break;
    levels.push(next);
    last = Math.max(last, below);
  }
  if (top.length === 1 && first <= (filled(grid, levels[1] ?? row, start, to)[0] ?? first)) return null;
  let left = levels.reduce((least, level) => Math.min(least, filled(grid, level, start, to)[0] ?? least), first);

  const leaves: (Leaf | null)[] = [];
  for (let at = left; at <= last; at++) leaves.push(leafOf(grid, levels, lines, at, left, cells));

  let table = assignRoles(leaves, cells);
  if (table.content === -1 || !enoughEvidence(table)) return null;

  const contentAt = drifted(grid, levels, table.content, leaves, left);
  const index = indexRow(grid, (levels[levels.length - 1] ?? row) + 1, left, last, contentAt);
  const headerRows = index === null ? levels : [...levels, index];
  const bodyStart = (headerRows[headerRows.length - 1] ?? row) + 1;

  // Offices leave the corner above the running numbers empty.
  let numberAt = table.number;
  if (numberAt === -1) {
    const bareCorner = contentAt - 1;
    if (bareCorner >= from && (bareCorner < left || leaves[bareCorner - left] === null) && holdsNumbers(grid, bodyStart, bareCorner)) {
      numberAt = bareCorner;
      left = Math.min(left, bareCorner);
      table = { ...table, roles: new Map([...table.roles, [numberAt, { role: "number", strong: true, both: false }]]) };
    }
  }

  return layOut(grid, table, { leaves, leavesLeft: left === numberAt && table.number === -1 && leaves.length === last - left ? left + 1 : left, left, right: last, numberAt, contentAt, headerRows });
}

/**
 * True for a row with the next printed line of the headers above it: "phối hợp" below "Cơ quan", "hoàn thành" below "Thời gian". Each of
 * its cells goes on, in letters like those above, with a header that it makes whole.
 */
function isNextLine(grid: Grid, levels: readonly number[], row: number, from: number, to: number, cells: HeaderCells): boolean {
  const columns = filled(grid, row, from, to);
  return columns.length > 0 && columns.every((at) => {
    const text = collapse(cellText(grid, row, at));
    if (text.length > 30 || cells.isPartOfYear(text)) return false;
    const above = levels.map((level) => collapse(cellText(grid, level, at))).filter((line) => line !== "").join(" ");
    if (above === "" || !(startsSmall(text) || (isLoud(text) && isLoud(above)))) return false;
    // A line may end inside a term ("hoàn" / "thành"), which the next one makes whole.
    let whole = `${above} ${text}`;
    for (let next = row + 1; !makesHeader(whole, cells); next++) {
      const more = collapse(cellText(grid, next, at));
      if (more === "" || more.length > 30 || next > row + 2) return false;
      whole += ` ${more}`;
    }
    return true;
  });
}

function makesHeader(text: string, cells: HeaderCells): boolean {
  const match = cells.read(text);
  return match?.strong === true && !match.period && match.sense !== "number";
}

function isLoud(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/**
 * Whether a row is a further level of the header above it: every cell of it heads a column, or stands below a header that spans it.
 * @returns the last column that it fills, or null when it is none.
 */
function levelRow(grid: Grid, levels: readonly number[], row: number, from: number, last: number, to: number, cells: HeaderCells): number | null {
  const above = levels[levels.length - 1] ?? row;
  let end: number | null = null;
  for (const at of filled(grid, row, from, to)) {
    // Beyond the header above only a span's further columns can follow; what stands apart belongs to another table.
    if (at > last && at !== (end ?? -2) + 1) break;
    const text = collapse(cellText(grid, row, at));
    if (text.length > 60) return null;
    const upper = collapse(cellText(grid, above, at));
    const match = cells.read(text);
    const spans = isGroup(grid, above, row, at, to);
    if (upper !== "" && !spans) {
      // Below a header that spans nothing only its own explanation can stand: "(triệu đồng)", "(%)".
      const sense = cells.read(upper)?.sense;
      if (!/^[([]\D*[)\]]$/.test(text) || sense === "number" || sense === "content") return null;
    } else if (match?.strong !== true && !cells.isPartOfYear(text) && (!spans || text.length > 40 || numeralKind(text) !== "words")) {
      return null;
    }
    end = at;
  }
  return end;
}

/** True when the header cell at or left of a column spans several columns: the cells right of it are empty, and filled one row lower. */
function isGroup(grid: Grid, above: number, below: number, at: number, to: number): boolean {
  let start = at;
  while (start > 0 && isEmpty(cellText(grid, above, start))) start--;
  if (isEmpty(cellText(grid, above, start)) || isEmpty(cellText(grid, below, start))) return false;
  const end = Math.min(to, Math.max(grid.texts[above]?.length ?? 0, grid.texts[below]?.length ?? 0) - 1);
  for (let right = start + 1; right <= end && isEmpty(cellText(grid, above, right)); right++) {
    if (!isEmpty(cellText(grid, below, right))) return true;
  }
  return false;
}

/** The header path of one column; null when nothing heads it. */
function leafOf(grid: Grid, levels: readonly number[], lines: ReadonlySet<number>, at: number, left: number, cells: HeaderCells): Leaf | null {
  const path: string[] = [];
  let row = levels[0] ?? 0;
  for (let level = 0; level < levels.length; level++) {
    const levelRowIndex = levels[level] ?? 0;
    const own = collapse(cellText(grid, levelRowIndex, at));
    if (lines.has(levelRowIndex)) {
      if (own !== "" && path.length > 0) path.push(`${path.pop() ?? ""} ${own}`);
      continue;
    }
    if (own !== "") {
      path.push(own);
      row = levelRowIndex;
      continue;
    }
    const inherited = inheritedText(grid, levels, level, at, left);
    if (inherited !== "") path.push(inherited);
  }
  const own = path[path.length - 1];
  if (own === undefined) return null;
  if (!levels.some((level) => !isEmpty(cellText(grid, level, at)))) return null;
  // "(%)" below a header explains it.
  const explained = path.length > 1 && /^[([]/.test(own) ? path.slice(0, -1) : path;
  const leaf = explained[explained.length - 1] ?? own;
  const parent = explained.length > 1 ? (explained[explained.length - 2] ?? "") : "";
  return { at, path, row, match: cells.read(leaf), parent: parent === "" ? null : (cells.read(parent) ?? { sense: "group", strong: false, period: false, both: false, words: 0 }) };
}

/** What a cell to the left says for an empty header cell: a header spans to the right over columns that the next levels fill. */
function inheritedText(grid: Grid, levels: readonly number[], level: number, at: number, left: number): string {
  const deeper = (column: number): boolean => levels.slice(level + 1).some((row) => !isEmpty(cellText(grid, row, column)));
  for (let column = at; column >= left; column--) {
    if (!deeper(column)) return "";
    const text = collapse(cellText(grid, levels[level] ?? 0, column));
    if (text !== "") return text;
  }
  return "";
}

interface Assigned {
  readonly role: Role;
  readonly strong: boolean;
  readonly both: boolean;
  readonly period?: string;
}

interface Roles {
  readonly roles: ReadonlyMap<number, Assigned>;
  readonly number: number;
  readonly content: number;
  /** False when the content column was told by its place only. */
  readonly contentNamed: boolean;
  readonly headed: number;
  readonly targets: boolean;
}

/** Whom a task concerns besides the unit in charge. */
const INVOLVED = /^(?:cac )?(?:(?:co quan|don vi|phong ban|phong|ban|nganh)(?:, | |$)){1,4}(?:co )?lien quan$/;
const INDICATOR = /(?:^| )(?:chi tieu|muc tieu|chi so|tieu chi|indicator)(?: |$)/;
const PARTICULAR = /^noi dung (?:cac )?(?:tieu chi|chi tieu)/;
const GROUPING = /^(?:nhom|danh muc|linh vuc) /;
/** What is written once over several rows where a "Nội dung" stands beside it, and is the content where none does. */
const HEADLINE = /^(?:hoat dong|hang muc|van de|linh vuc hoat dong)$/;

/** Gives each headed column its role; one column for one role, the best named one. */
function assignRoles(leaves: readonly (Leaf | null)[], cells: HeaderCells): Roles {
  const headed = leaves.filter((leaf) => leaf !== null);
  const roles = new Map<number, Assigned>();
  const taken = (role: Role): boolean => [...roles.values()].some((assigned) => assigned.role === role);
  const give = (leaf: Leaf, role: Role, match: HeaderMatch | null, period?: string): void => {
    roles.set(leaf.at, { role, strong: match?.strong ?? false, both: match?.both ?? false, ...(period === undefined ? {} : { period }) });
  };

  for (const leaf of headed) {
    const period = periodOf(leaf, cells);
    if (period !== null) give(leaf, "target", { sense: "target", strong: true, period: true, both: false, words: 1 }, period);
  }
  const years = roles.size > 0;

  // A column under a group takes the group's sense when its own words say nothing, unless the group's other columns say it better.
  const senseOf = (leaf: Leaf): HeaderMatch | null => {
    // A period that heads no values ("Kinh phí" over years) is a column that the reader does not know.
    if (leaf.match !== null) return leaf.match.period ? null : leaf.match;
    const parent = leaf.parent;
    if (parent === null || parent.sense === "group" || parent.words === 0) return null;
    // "Thời gian thực hiện" over "Quý I" to "Quý IV": marks stand below, no times.
    if (parent.sense === "deadline" && cells.isPartOfYear(leaf.path[leaf.path.length - 1] ?? "")) return null;
    return { ...parent, strong: false };
  };

  const candidates = headed.filter((leaf) => !roles.has(leaf.at)).map((leaf) => ({ leaf, match: senseOf(leaf) }));
  const contents = candidates.filter(({ match }) => match?.sense === "content");
  const rank = ({ leaf, match }: (typeof candidates)[number]): number => {
    const words = bare(leaf.path[leaf.path.length - 1] ?? "");
    const kind = GROUPING.test(words) ? 0 : HEADLINE.test(words) ? 2 : INDICATOR.test(words) && !/nhiem vu|noi dung/.test(words) ? (years ? 5 : 2) : 3;
    // Beside "Tên tiêu chí" stands "Nội dung tiêu chí": what is reached or not, row by row.
    if (PARTICULAR.test(words)) return 7;
    return kind + (match?.strong === true ? 1 : 0);
  };
  let content: (typeof candidates)[number] | undefined;
  for (const candidate of contents) if (content === undefined || rank(candidate) > rank(content)) content = candidate;

  let number = -1;
  for (const { leaf, match } of candidates) {
    const sense = match?.sense;
    if (sense === "number" && number === -1) {
      number = leaf.at;
      give(leaf, "number", match);
    }
  }
  if (content !== undefined) give(content.leaf, "content", content.match);

  for (const strongFirst of [true, false]) {
    for (const { leaf, match } of candidates) {
      if (match === null || roles.has(leaf.at) || match.strong !== strongFirst) continue;
      switch (match.sense) {
        case "number":
          if (!taken("detailNumber") && (leaf.at === number + 1 || roles.get(leaf.at - 1)?.role === "number")) give(leaf, "detailNumber", match);
          break;
        case "detailNumber":
          // "Chi tiết" is a number only beside the running number; elsewhere it heads a text.
          if (!taken("detailNumber") && number !== -1 && leaf.at === number + 1) give(leaf, "detailNumber", match);
          break;
        case "content":
          // Beside a content column, "Chỉ tiêu" holds what is to be reached.
          if (content !== undefined && leaf.at > content.leaf.at && INDICATOR.test(bare(leaf.path[leaf.path.length - 1] ?? "")) && !taken("target") && !years) give(leaf, "target", match);
          break;
        case "units":
        case "anyUnit":
        case "group":
          break;
        default:
          if (!taken(match.sense)) give(leaf, match.sense, match);
      }
    }
  }
  for (const { leaf, match } of candidates) {
    if (match === null || roles.has(leaf.at)) continue;
    // "Đơn vị liên quan" beside a column of units in charge; above other headers it only holds them together.
    if ((match.sense === "group" || match.sense === "units") && taken("leadUnit") && !taken("coordinatingUnits") && INVOLVED.test(bare(leaf.path[leaf.path.length - 1] ?? ""))) {
      give(leaf, "coordinatingUnits", match);
      continue;
    }
    // "Đơn vị" followed by a word not known here is somebody, no unit of measure.
    if (match.sense === "anyUnit" && match.strong && taken("target") && !taken("unitOfMeasure")) give(leaf, "unitOfMeasure", match);
    else if ((match.sense === "units" || match.sense === "anyUnit") && !taken("leadUnit")) give(leaf, "leadUnit", { ...match, both: !taken("coordinatingUnits") });
  }
  // A shared column is one only while no other column names the coordinating units.
  if (taken("coordinatingUnits")) {
    for (const [at, assigned] of roles) if (assigned.both) roles.set(at, { ...assigned, both: false });
  }

  // Without a word for the content, the unknown column right of the number holds it, if the rest of the header leaves no doubt.
  let contentAt = content?.leaf.at ?? -1;
  const named = contentAt !== -1;
  if (!named && number !== -1) {
    const next = headed.find((leaf) => leaf.at > number && roles.get(leaf.at)?.role !== "detailNumber");
    if (next !== undefined && !roles.has(next.at) && next.match === null && next.at <= number + 2) {
      contentAt = next.at;
      roles.set(next.at, { role: "content", strong: false, both: false });
    }
  }
  return { roles, number, content: contentAt, contentNamed: named, headed: headed.length, targets: taken("target") };
}

/** The period of a value column, as written; null when the column is none. */
function periodOf(leaf: Leaf, cells: HeaderCells): string | null {
  const own = leaf.path[leaf.path.length - 1] ?? "";
  if (leaf.match?.period === true) {
    const parent = leaf.parent;
    if (parent === null || parent.period) return own;
    if (parent.sense === "content" || parent.sense === "target" || parent.sense === "product") return own;
    // "Lộ trình" over years heads values; "Thời gian" and "Kinh phí" over years do not.
    const above = bare(leaf.path[leaf.path.length - 2] ?? "");
    return /^(?:lo trinh|giai doan|nam|ke hoach|thoi ky)/.test(above) ? own : null;
  }
  if (cells.isPartOfYear(own) && leaf.parent !== null) {
    const ancestors = leaf.path.slice(0, -1);
    if (ancestors.some((text) => cells.read(text)?.period === true)) return ancestors.concat(own).join(" / ");
  }
  return null;
}

/** Content and another role that is not only a remark; more when the content column was told by its place. */
function enoughEvidence(table: Roles): boolean {
  let strong = 0;
  let telling = 0;
  for (const [at, assigned] of table.roles) {
    if (!assigned.strong) continue;
    strong++;
    // Years stand behind what they are targets of: "Quý I/2026" before "Danh mục" is a task's time and its product.
    if (assigned.role === "target" && at < table.content) continue;
    if (at !== table.content && assigned.role !== "note" && assigned.role !== "basis") telling++;
  }
  const stranger = table.headed - table.roles.size;
  if (stranger > strong + 3) return false;
  const contentStrong = table.roles.get(table.content)?.strong === true;
  if (contentStrong) return telling >= 1;
  return table.contentNamed ? telling >= 2 : telling >= 2 && table.number !== -1;
}

/**
 * Pastes widen a column by an empty one: when nothing stands below the content's header but the next column, which has no header
 * of its own, is filled, the content is there.
 */
function drifted(grid: Grid, levels: readonly number[], content: number, leaves: readonly (Leaf | null)[], left: number): number {
  const next = content + 1;
  if (next - left >= leaves.length || leaves[next - left] !== null) return content;
  const start = (levels[levels.length - 1] ?? 0) + 1;
  let own = 0;
  let beside = 0;
  for (let row = start; row < Math.min(grid.texts.length, start + SAMPLE_ROWS * 2); row++) {
    if (!isEmpty(cellText(grid, row, content))) own++;
    if (cellText(grid, row, next).trim().length > 5) beside++;
  }
  return own === 0 && beside >= 2 ? next : content;
}

/** The row "(1) (2) (3)" or "A B 1 2" that numbers the columns; null when the row is none. */
function indexRow(grid: Grid, row: number, left: number, right: number, contentAt: number): number | null {
  return isIndexRow(grid, row, left, right, contentAt) ? row : null;
}

/** True when a row only numbers the columns of the table: short figures or letters in every column, the content's included. */
export function isIndexRow(grid: Grid, row: number, left: number, right: number, contentAt: number): boolean {
  const content = cellText(grid, row, contentAt).trim();
  if (content === "" || content.length > 5) return false;
  const marks = filled(grid, row, left, right).map((at) => cellText(grid, row, at).trim());
  if (marks.length < 3) return false;
  // Letters from A first, if any ("A B 1 2"), then figures from 1.
  let letters = 0;
  let figures = 0;
  for (const mark of marks) {
    const figure = /^[([]?(\d{1,2})[)\]]?(?:\s*=.*)?$/.exec(mark)?.[1];
    if (figure !== undefined) {
      if (Number(figure) !== ++figures) return false;
      continue;
    }
    const letter = /^[([]?([A-Za-z])[)\]]?$/.exec(mark)?.[1];
    if (letter === undefined || figures > 0 || letter.toLowerCase().charCodeAt(0) !== 97 + letters++) return false;
  }
  return true;
}

/** True when the rows below hold running numbers or section numerals in a column. */
function holdsNumbers(grid: Grid, start: number, at: number): boolean {
  let numbers = 0;
  let seen = 0;
  for (let row = start; row < grid.texts.length && seen < SAMPLE_ROWS; row++) {
    const cells = grid.texts[row] ?? [];
    if (cells.length === 0) continue;
    seen++;
    const kind = numeralKind(cells[at] ?? "");
    if (kind === "words") return false;
    if (kind !== "none") numbers++;
  }
  return numbers > 0;
}

interface Layout {
  readonly leaves: readonly (Leaf | null)[];
  readonly leavesLeft: number;
  readonly left: number;
  readonly right: number;
  readonly numberAt: number;
  readonly contentAt: number;
  readonly headerRows: readonly number[];
}

/** The block of a header whose roles are settled. */
function layOut(grid: Grid, table: Roles, layout: Layout): TableBlock {
  const { leaves, leavesLeft, left, right, numberAt, contentAt, headerRows } = layout;
  const columns: Column[] = [];
  const unknown: UnknownColumn[] = [];
  const othersAt: number[] = [];
  const unheadedAt: number[] = [];
  const fieldColumns: { role: Role; at: number; column: Column }[] = [];
  const targetColumns: { at: number; column: Column }[] = [];
  let detailAt = -1;
  let sharedUnitsAt = -1;
  const find: Partial<Record<Role, number>> = {};

  for (let at = left; at <= right; at++) {
    const leaf = leaves[at - leavesLeft] ?? null;
    const assigned = table.roles.get(at);
    if (leaf === null && assigned === undefined) {
      if (at !== contentAt) unheadedAt.push(at);
      continue;
    }
    if (assigned === undefined) {
      if (leaf !== null) unknown.push({ column: at, header: leaf.path.join(" / "), row: leaf.row });
      othersAt.push(at);
      continue;
    }
    const place = assigned.role === "content" ? contentAt : at;
    const column: Column = {
      role: assigned.role,
      column: grid.origin.column + place,
      header: leaf?.path.join(" / ") ?? "",
      headerCell: { row: grid.origin.row + (leaf?.row ?? headerRows[0] ?? 0), column: grid.origin.column + at },
      ...(assigned.period === undefined ? {} : { period: assigned.period }),
    };
    columns.push(column);
    if (assigned.role === "target") targetColumns.push({ at: place, column });
    else {
      fieldColumns.push({ role: assigned.role, at: place, column });
      find[assigned.role] = place;
    }
    if (assigned.role === "detailNumber") detailAt = at;
    else if (assigned.role !== "number" && assigned.role !== "content") othersAt.push(at);
    if (assigned.both) sharedUnitsAt = at;
  }
  const contentHeader = bare(columns.find((column) => column.role === "content")?.header ?? "");
  const dated = find.deadline !== undefined || find.product !== undefined;
  const periods = targetColumns.some(({ column }) => column.period !== undefined);
  const kind = periods || (targetColumns.length > 0 && !dated) || (INDICATOR.test(contentHeader) && !dated) ? "targets" : "tasks";
  return {
    grid,
    kind,
    headerRows,
    left,
    right,
    columns,
    unknown,
    numberAt,
    detailAt,
    contentAt,
    othersAt,
    leadAt: find.leadUnit ?? -1,
    deadlineAt: find.deadline ?? -1,
    productAt: find.product ?? -1,
    fieldColumns,
    targetColumns,
    sharedUnitsAt,
    unheadedAt,
    headerTexts: headerRows.map((row) => filled(grid, row, left, right).map((at) => ({ at, text: bare(cellText(grid, row, at)) }))),
  };
}
