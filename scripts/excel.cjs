/** Where manifest.xml expects the pages: the development server of `npm run start:excel`. */
const DEVELOPMENT_URL = "https://localhost:3000";

/**
 * What the pages fall back on when Microsoft's server cannot be reached: the files of the package that office.js asks for in Excel on Windows,
 * on a Mac and on the web, in Vietnamese and in English (for any other language it takes English). Its telemetry is left behind.
 */
const officeFiles = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "vi-vn/office_strings.js",
  "en-us/office_strings.js",
];

/**
 * The address that the pages will be served at, without a slash at its end.
 * @param {string | undefined} text as it was given; undefined for the development server
 * @throws when Office would not take it
 */
function baseUrlOf(text) {
  if (text === undefined || text === "") return DEVELOPMENT_URL;
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new Error(`"${text}" is no address. Give the full one, for example https://phuluc.example.vn/soat`);
  }
  if (url.protocol !== "https:") throw new Error(`Office opens add-ins over https only: "${text}" must begin with https://`);
  if (url.search !== "" || url.hash !== "") throw new Error(`The address of a folder is needed, without ? and #: "${text}"`);
  return url.href.replace(/\/+$/, "");
}

/**
 * The manifest with its pages at another address. The application domain is that address's origin: Office takes no path there.
 * @param {string} manifest the text of manifest.xml
 * @param {string} baseUrl as `baseUrlOf` gives it
 */
function manifestFor(manifest, baseUrl) {
  return manifest
    .replaceAll(`<AppDomain>${DEVELOPMENT_URL}</AppDomain>`, `<AppDomain>${new URL(baseUrl).origin}</AppDomain>`)
    .replaceAll(`"${DEVELOPMENT_URL}/`, `"${baseUrl.replaceAll("&", "&amp;")}/`);
}

module.exports = { DEVELOPMENT_URL, baseUrlOf, manifestFor, officeFiles };
