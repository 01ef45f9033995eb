/** What Microsoft serves its library from; the pages in Excel may take scripts from there and from their own server, from nowhere else. */
const OFFICE_CDN = "https://appsforoffice.microsoft.com";

/** Who may show the pages in Excel in a frame: Excel on the web, in Microsoft 365 and in personal accounts. Excel on a computer needs no leave. */
const EXCEL_ON_THE_WEB = [
  "https://*.officeapps.live.com",
  "https://*.office.com",
  "https://*.microsoft365.com",
  "https://*.cloud.microsoft",
  "https://*.sharepoint.com",
  "https://onedrive.live.com",
  "https://*.onedrive.live.com",
];

/** Fluent writes its styles into the page, so styles may stand in it; scripts may not. */
const policy = (scripts, ...more) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ...more,
  ].join("; ");

const EXCEL_SCRIPTS = `'self' ${OFFICE_CDN}`;

/** The pages that Excel shows or runs; every other page is the workbench's. */
const EXCEL_PAGES = ["taskpane.html", "commands.html", "told.html"];

/** The policy that stands in the pages for Excel themselves (a page cannot say who may frame it). */
const EXCEL_META_POLICY = policy(EXCEL_SCRIPTS);

/**
 * The headers that a web server should send with a file of the build.
 * @param {string} file its path in dist/web, "/" between folders
 * @returns {Record<string, string>} by name
 */
function headersOf(file) {
  const inExcel = EXCEL_PAGES.includes(file);
  const hashed = /\.[0-9a-f]{8}\.(js|css|png|svg|woff2)$/.test(file);
  return {
    "Content-Security-Policy": inExcel ? policy(EXCEL_SCRIPTS, `frame-ancestors 'self' ${EXCEL_ON_THE_WEB.join(" ")}`) : policy("'self'", "frame-ancestors 'none'"),
    // A name with a fingerprint never changes its content; everything else is asked for anew.
    "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
}

module.exports = { EXCEL_META_POLICY, EXCEL_PAGES, OFFICE_CDN, headersOf };
