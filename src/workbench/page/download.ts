/** The name of the checked copy: "Phụ lục I.xlsx" → "Phụ lục I-da-soat.xlsx"; a copy of a copy keeps one ending. */
export function checkedName(name: string): string {
  const stem = name.replace(/\.(xlsx|xlsm|xls)$/i, "").replace(/-da-soat$/, "");
  return `${stem === "" ? "phu-luc" : stem}-da-soat.xlsx`;
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
