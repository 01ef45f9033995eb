import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { FormError, parseForm, parseFormText } from "./form";
import { FORMS, formOf } from "./forms";

const folder = path.resolve(__dirname, "../../seeds/templates");
const read = (id: string): Record<string, unknown> => JSON.parse(readFileSync(path.join(folder, `${id}.json`), "utf8")) as Record<string, unknown>;

/** A good form with another value at one place ("columns.2.role"); undefined takes the key out. */
function changed(place: string, value: unknown): unknown {
  const form = read("nhiem-vu");
  const keys = place.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<Record<string, unknown>>((inside, key) => inside[key] as Record<string, unknown>, form);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return form;
}

test("every form in seeds/templates is offered, under the name of its file", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !["choices.json", "standardSections.json"].includes(file));
  expect(FORMS.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
  for (const { id } of FORMS) expect(formOf(id)?.id).toBe(id);
  expect(formOf("khong-co")).toBeUndefined();
});

test("each kind of appendix of the five plans has a form", () => {
  const used = FORMS.flatMap(({ usedBy }) => usedBy.map(({ plan, appendix }) => `${plan.split(",")[0] ?? ""}: ${appendix}`));
  expect(used.sort()).toEqual([
    "Ban Thường vụ Đảng ủy một xã: Phụ lục I",
    "Ban Thường vụ Đảng ủy một xã: Phụ lục II",
    "Ban Thường vụ Đảng ủy một xã: Phụ lục III",
    "UBND phường Vĩnh Tuy: Phụ lục",
    "UBND xã Hùng Châu: Phụ lục I",
    "UBND xã Phú Xuyên: Phụ lục I",
    "UBND xã Thanh Thủy: Phụ lục I",
    "UBND xã Thanh Thủy: Phụ lục II",
  ]);
});

describe("a broken form is refused with its file and key", () => {
  test.each<[string, unknown, string | RegExp]>([
    ["no object", 7, "mau.json: phải là một đối tượng JSON."],
    ["a key that there is not", changed("colums", []), 'mau.json: không có khóa "colums".'],
    ["another version", changed("version", 2), 'mau.json: khóa "version" phải là 1.'],
    ["an id with spaces", changed("id", "Mẫu của tôi"), 'mau.json: khóa "id" chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.'],
    ["no name in one language", changed("name.en", undefined), 'mau.json: khóa "name.en" phải là một chuỗi chữ.'],
    ["another kind", changed("kind", "table"), 'mau.json: khóa "kind" phải là tasks, targets hoặc outline.'],
    ["a role that there is not", changed("columns.2.role", "task"), /^mau\.json: khóa "columns\.2\.role" phải là một trong: number, .*, hoặc null\.$/u],
    ["a width that is too large", changed("columns.3.width", 900), 'mau.json: khóa "columns.3.width" lớn nhất là 200.'],
    ["a column without a header", changed("columns.0.header", []), 'mau.json: khóa "columns.0.header" cần ít nhất một dòng chữ.'],
    ["decomposed letters", changed("columns.2.header", ["Nội dung".normalize("NFD")]), 'mau.json: khóa "columns.2.header.0" phải là Unicode dựng sẵn, không có dấu cách ở hai đầu.'],
    ["no content column", changed("columns.2.role", null), 'mau.json: khóa "columns" cần đúng một cột nội dung (role content).'],
    ["two columns of one role", changed("columns.4.role", "note"), 'mau.json: khóa "columns" hai cột có cùng vai trò (role).'],
    ["a section of level 3", changed("sections", { style: "roman", titles: [{ title: "A", level: 3 }] }), 'mau.json: khóa "sections.titles.0.level" phải là 1 hoặc 2.'],
  ])("%s", (_, data, message) => {
    const parse = (): unknown => parseForm(data, "mau.json");
    expect(parse).toThrow(FormError);
    if (typeof message === "string") expect(parse).toThrow(new FormError(message));
    else expect(parse).toThrow(message);
  });

  test("no JSON at all", () => {
    expect(() => parseFormText("PK", "mau.json")).toThrow(new FormError("mau.json: không phải JSON đúng cú pháp; hãy chọn tệp .json đã lưu từ trang “Mẫu”."));
  });
});

test("a form comes back from its own JSON", () => {
  for (const form of FORMS) expect(parseFormText(JSON.stringify(form), "mau.json")).toEqual(form);
});
