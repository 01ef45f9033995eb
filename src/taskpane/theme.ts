import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

/** The product's own colour: a deep teal, calm beside Excel's green. Contrast of what is made of it is tested. */
const brand: BrandVariants = {
  10: "#021313",
  20: "#06201f",
  30: "#09302f",
  40: "#0b3d3b",
  50: "#0d4b49",
  60: "#0d5957",
  70: "#0e6765",
  80: "#107573",
  90: "#2b8582",
  100: "#4b9c99",
  110: "#66aca9",
  120: "#82bdba",
  130: "#9dcdcb",
  140: "#b8dedc",
  150: "#d2eceb",
  160: "#ecf8f7",
};

const darkTheme = createDarkTheme(brand);

/** Fluent's themes on the product's colour; on dark grounds, brand and danger text are lighter than Fluent's own. */
export const THEMES: Readonly<Record<"light" | "dark", Theme>> = {
  light: createLightTheme(brand),
  dark: {
    ...darkTheme,
    colorBrandForeground1: brand[120],
    colorBrandForeground2: brand[130],
    colorCompoundBrandForeground1: brand[120],
    colorCompoundBrandStroke: brand[110],
    // Fluent's own red reaches 4.2:1 only.
    colorStatusDangerForeground1: "#e8919a",
  },
};
