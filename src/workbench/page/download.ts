/**
 * The name of the checked copy: "Phụ lục I.xlsx" → "Phụ lục I-da-soat.xlsx", with marks "Phụ lục I-danh-dau.xlsx", so that the copy to be
 * signed is not mistaken for the one with marks. A copy of a copy keeps one ending.
 */
export function checkedName(name: string, marked: boolean): string {
  const stem = name.replace(/\.(xlsx|xlsm|xls)$/i, "").replace(/-(?:da-soat|danh-dau)$/, "");
  return `${stem === "" ? "phu-luc" : stem}-${marked ? "danh-dau" : "da-soat"}.xlsx`;
}

/** Hands bytes to the browser as a download. */
export function download(bytes: Uint8Array, name: string): void {
  const blob = new Blob([bytes.slice().buffer], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address when the download begins, some time after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
