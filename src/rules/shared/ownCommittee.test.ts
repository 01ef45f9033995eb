import { UNKNOWN_PLAN, type PlanContext } from "../../appendix/plan";
import { parseUnits } from "../../text/unit/parseUnits";
import { isIssuingCommittee } from "./ownCommittee";

const plan: PlanContext = { ...UNKNOWN_PLAN, place: "Phú Xuyên", level: "xã", issuer: "government" };

test.each<[string, Partial<PlanContext>, boolean]>([
  ["UBND xã", {}, true],
  ["Uỷ ban nhân dân xã", {}, true],
  ["UBND xã Phú Xuyên", {}, true],
  ["Ủy ban nhân dân xã Phú Xuyên".normalize("NFD"), {}, true],
  ["UBND xã", { level: null }, true],
  ["UBND phường", {}, false],
  ["UBND xã Hùng Châu", {}, false],
  ["UBND tỉnh", {}, false],
  ["Văn phòng HĐND và UBND xã", {}, false],
  ["UBND xã", { issuer: "party" }, false],
  ["UBND xã", { issuer: null }, false],
])("%s with %j: %s", (text, corrections, expected) => {
  const [unit] = parseUnits(text);
  expect(unit).toBeDefined();
  expect(isIssuingCommittee(unit!, { ...plan, ...corrections })).toBe(expected);
});
