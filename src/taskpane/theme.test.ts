import type { Theme } from "@fluentui/react-components";
import { THEMES } from "./theme";

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(full(a)), luminance(full(b))].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const full = (colour: string): string => (colour.length === 4 ? colour.replace(/[0-9a-f]/gi, "$&$&") : colour);

/** Text on ground, as the pane puts them together. */
const TEXT: readonly (readonly [keyof Theme, keyof Theme])[] = [
  ["colorNeutralForeground1", "colorNeutralBackground1"],
  ["colorNeutralForeground2", "colorBrandBackground2"],
  ["colorNeutralForeground3", "colorNeutralBackground1"],
  ["colorNeutralForeground3", "colorNeutralBackground2"],
  ["colorNeutralForegroundOnBrand", "colorBrandBackground"],
  ["colorBrandForeground1", "colorNeutralBackground1"],
  ["colorStatusDangerForeground1", "colorNeutralBackground1"],
  ["colorStatusWarningForeground1", "colorNeutralBackground1"],
  ["colorPaletteBlueForeground2", "colorNeutralBackground1"],
  ["colorStatusSuccessForeground1", "colorNeutralBackground1"],
  ["colorStatusDangerForeground1", "colorBrandBackground2"],
  ["colorStatusWarningForeground1", "colorBrandBackground2"],
  ["colorPaletteBlueForeground2", "colorBrandBackground2"],
  ["colorStatusDangerForeground1", "colorNeutralBackground2"],
  ["colorStatusWarningForeground1", "colorNeutralBackground2"],
  ["colorPaletteBlueForeground2", "colorNeutralBackground2"],
  ["colorStatusDangerForeground1", "colorStatusDangerBackground1"],
  ["colorStatusSuccessForeground1", "colorStatusSuccessBackground1"],
  ["colorNeutralForeground1", "colorStatusDangerBackground1"],
  ["colorNeutralForeground1", "colorStatusSuccessBackground1"],
  ["colorNeutralForeground1", "colorNeutralBackground3"],
  ["colorNeutralForeground1", "colorStatusDangerBackground2"],
  ["colorNeutralForeground1", "colorStatusWarningBackground2"],
  ["colorNeutralForeground1", "colorPaletteBlueBackground2"],
  ["colorNeutralForeground1", "colorBrandBackground2"],
  ["colorNeutralForeground3", "colorBrandBackground2"],
];

/** Lines and signs on ground. */
const SIGNS: readonly (readonly [keyof Theme, keyof Theme])[] = [
  ["colorNeutralStrokeAccessible", "colorNeutralBackground1"],
  ["colorCompoundBrandStroke", "colorNeutralBackground1"],
  ["colorCompoundBrandBackground", "colorNeutralBackground1"],
  ["colorStrokeFocus2", "colorNeutralBackground1"],
];

describe.each(["light", "dark"] as const)("the %s theme", (name) => {
  test.each(TEXT)("%s on %s is read by weak eyes (4.5:1)", (text, ground) => {
    expect(contrast(String(THEMES[name][text]), String(THEMES[name][ground]))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SIGNS)("%s on %s is seen by weak eyes (3:1)", (sign, ground) => {
    expect(contrast(String(THEMES[name][sign]), String(THEMES[name][ground]))).toBeGreaterThanOrEqual(3);
  });
});
