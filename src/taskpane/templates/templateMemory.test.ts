import { FORMS } from "../../template/forms";
import { loadMemory, saveMemory, withForm } from "./templateMemory";

/** Storage in memory. */
function storage(first: string | null = null) {
  let kept = first;
  return { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value), read: () => kept };
}

const OWN = { ...FORMS[0]!, id: "mau-rieng" };
const PLAN = { place: "Phú Xuyên", level: "xã", province: "Hà Nội", issuer: "government" } as const;

test("whose plans they are and the office's own forms come back; number and date of a plan are not kept", () => {
  const memory = storage();
  saveMemory(memory, { plan: { ...PLAN, ...{ number: "139/KH-UBND", issued: "2026-01" } }, forms: [OWN] });
  expect(loadMemory(memory)).toEqual({ plan: PLAN, forms: [OWN] });
  expect(memory.read()).not.toContain("139");
});

test.each([
  ["nothing was kept", null],
  ["no JSON", "{"],
  ["another kind of value", "7"],
  ["parts that are broken", JSON.stringify({ plan: { level: "huyện" }, forms: [{ id: "x" }, 7] })],
])("%s: nothing is known", (_, kept) => {
  expect(loadMemory(storage(kept))).toMatchObject({ plan: { place: null, level: null }, forms: [] });
});

test("one broken form does not take the others along", () => {
  expect(loadMemory(storage(JSON.stringify({ forms: [{ id: "x" }, OWN] }))).forms).toEqual([OWN]);
});

test("storage that is forbidden is no failure", () => {
  const forbidden = {
    getItem: (): string | null => {
      throw new Error("forbidden");
    },
    setItem: (): void => {
      throw new Error("forbidden");
    },
  };
  expect(loadMemory(forbidden).forms).toEqual([]);
  expect(() => saveMemory(forbidden, { plan: PLAN, forms: [] })).not.toThrow();
});

test("a form replaces its namesake and comes last; the oldest of too many go", () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ ...OWN, id: `mau-${i}` }));
  expect(withForm(many, { ...OWN, id: "mau-3" }).map(({ id }) => id)).toEqual([...many.map(({ id }) => id).filter((id) => id !== "mau-3"), "mau-3"]);
  expect(withForm(many, OWN).map(({ id }) => id)).toEqual([...many.slice(1).map(({ id }) => id), "mau-rieng"]);
});
