/** Hands a text to the browser as a .json file to keep. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address when the download begins, some time after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
