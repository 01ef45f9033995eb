/** @jest-environment jsdom */
import { loadOffice, OFFICE_CDN, OFFICE_COPY, OfficeMissing } from "./loadOffice";

const scripts = (): HTMLScriptElement[] => [...document.querySelectorAll("script")];
const added = (): HTMLScriptElement => scripts().at(-1)!;
const office = globalThis as { Office?: object };

/** The script is carried out, and leaves the library behind. */
function arrive(script: HTMLScriptElement, withOffice = true): void {
  if (withOffice) office.Office = {};
  script.onload?.(new Event("load"));
}

beforeEach(() => {
  jest.useFakeTimers();
  document.head.innerHTML = "";
  delete office.Office;
});
afterEach(() => jest.useRealTimers());

test("Microsoft's server answers: nothing else is asked for", async () => {
  const loading = loadOffice(document);
  expect(added().src).toBe(OFFICE_CDN);
  arrive(added());
  await expect(loading).resolves.toBe("cdn");
  jest.runAllTimers();
  expect(scripts()).toHaveLength(1);
});

test.each<[string, (script: HTMLScriptElement) => void]>([
  ["refuses", (script) => (script.onerror as () => void)()],
  ["hangs", () => jest.advanceTimersByTime(2999)],
  ["gives something else", (script) => arrive(script, false)],
])("Microsoft's server %s: the copy takes its place within three seconds", async (_what, happen) => {
  const loading = loadOffice(document);
  const first = added();
  happen(first);
  await jest.advanceTimersByTimeAsync(0);
  // office.js looks for its other files beside the first script of its name: the one that failed must be out of the page.
  expect(scripts().map(({ src }) => src)).toEqual([new URL(OFFICE_COPY, document.baseURI).href]);
  arrive(added());
  await expect(loading).resolves.toBe("local");
});

test("what comes late belongs to another document, where scripts do not run", async () => {
  const loading = loadOffice(document);
  const first = added();
  await jest.advanceTimersByTimeAsync(2999);
  expect(first.ownerDocument).not.toBe(document);
  expect(first.onload).toBeNull();
  arrive(added());
  await loading;
});

test("neither comes", async () => {
  const loading = loadOffice(document).catch((error: unknown) => error);
  (added().onerror as unknown as () => void)();
  await jest.advanceTimersByTimeAsync(0);
  (added().onerror as unknown as () => void)();
  expect(await loading).toBeInstanceOf(OfficeMissing);
});

test("the copy alone", async () => {
  const loading = loadOffice(document, ["local"]);
  expect(added().src).toBe(new URL(OFFICE_COPY, document.baseURI).href);
  arrive(added());
  await expect(loading).resolves.toBe("local");
});
