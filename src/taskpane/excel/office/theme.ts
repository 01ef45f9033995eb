/// <reference types="office-js" />
import { setHostGround, type Ground } from "../../useTheme";

/** What Office says of its theme; which part is there depends on the Office. */
type ThemeOfOffice = Partial<Pick<Office.OfficeTheme, "isDarkTheme" | "bodyBackgroundColor">>;

/** Below this, a background is dark (relative luminance by WCAG 2.2: white and black text are equally readable at 0.18). */
const DARK_BELOW = 0.18;

/**
 * Whether Office is light or dark; null when it does not say, as on the web (office-js #6134). A contrast theme is one of the two here: the
 * browser draws it in the system's own colours.
 */
export function groundOf(theme: ThemeOfOffice | null | undefined): Ground | null {
  if (theme === null || theme === undefined) return null;
  if (typeof theme.isDarkTheme === "boolean") return theme.isDarkTheme ? "dark" : "light";
  const channels = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(theme.bodyBackgroundColor ?? "")?.slice(1);
  if (channels === undefined) return null;
  const [red = 0, green = 0, blue = 0] = channels.map((hex) => {
    const share = parseInt(hex, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < DARK_BELOW ? "dark" : "light";
}

/** Wears Office's theme, now and whenever it changes. Call it once Office is ready. */
export function followTheme(): void {
  setHostGround(groundOf(Office.context.officeTheme));
  try {
    Office.context.document.addHandlerAsync(Office.EventType.OfficeThemeChanged, ({ officeTheme }: { readonly officeTheme?: ThemeOfOffice }) => {
      setHostGround(groundOf(officeTheme ?? Office.context.officeTheme));
    });
  } catch {
    // An Office that does not tell of changes: the theme of the start stays until the pane is opened anew.
  }
}
