import { languageAtStart, languageOf } from "./language";
import { groundOf } from "./theme";

test.each([
  [{ isDarkTheme: true, bodyBackgroundColor: "#FFFFFF" }, "dark"],
  [{ isDarkTheme: false }, "light"],
  [{ bodyBackgroundColor: "#F3F3F3" }, "light"],
  [{ bodyBackgroundColor: "#262626" }, "dark"],
  [{ bodyBackgroundColor: "#0a0a0aff" }, "dark"],
  [{ bodyBackgroundColor: "#000000" }, "dark"],
  [{ bodyBackgroundColor: "rgb(1, 2, 3)" }, null],
  [{}, null],
  [undefined, null],
] as const)("the theme %j is %s", (theme, ground) => expect(groundOf(theme)).toBe(ground));

test.each([
  ["vi-VN", "vi"],
  ["VI-vn", "vi"],
  ["en-US", "en"],
  ["fr-FR", "en"],
  ["", "vi"],
  [undefined, "vi"],
] as const)("the language of %s is %s", (tag, language) => expect(languageOf(tag)).toBe(language));

test.each([
  ["?_host_Info=Excel$Win32$16.01$vi-VN$$$$0", "vi"],
  ["?_host_Info=Excel$Web$16.00$en-US$6aa1-22$$$2", "en"],
  ["?a=1&_host_Info=Excel|Mac|16.00|en-US", "en"],
  ["?_host_Info=Excel%24Win32%2416.01%24en-US", "en"],
  ["?_host_Info=%", "vi"],
  ["", "vi"],
] as const)("the address %s begins in %s", (search, language) => expect(languageAtStart(search)).toBe(language));
