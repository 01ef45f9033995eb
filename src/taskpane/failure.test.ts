import { toFailure } from "./failure";

test("the details say what, where and on which host, and nothing of the document or of a person", () => {
  const error = Object.assign(new Error('Cell "Xây dựng đường liên thôn" in C:\\Users\\an\\Ke hoach 139.xlsx, call 0912 345 678 or an@xa.gov.vn'), {
    code: "InvalidArgument",
    debugInfo: { errorLocation: "Range.values", statement: 'range.values = [["Xây dựng"]]' },
  });
  const { details } = toFailure("apply", error, ["host: Excel PC 16.0.17928", "office.js: local"]);
  expect(details).toContain("host: Excel PC 16.0.17928\noffice.js: local\ndoing: apply\ncode: InvalidArgument\nat: Range.values\n");
  for (const secret of ["Xây dựng", "Users", "Ke hoach", "0912", "an@xa", "range.values"]) expect(details).not.toContain(secret);
});

test("where in Excel an error came from is found behind the one that explains it", () => {
  const cause = Object.assign(new Error("busy"), { code: "ItemNotFound", debugInfo: { errorLocation: "WorksheetCollection.getItem" } });
  const error = Object.assign(new Error("explained", { cause }), { code: "excel-refused", reason: { vi: "Đang bận", en: "Busy" } });
  const failure = toFailure("check", error);
  expect(failure.message).toEqual({ vi: "Đang bận", en: "Busy" });
  expect(failure.details).toContain("code: excel-refused\ncode: ItemNotFound\nat: WorksheetCollection.getItem\n");
});
