import type { ZodType } from "zod";
import type { Workbook } from "../../workbook/workbook";

/** One thing that is kept in the file: the key that it goes by, and what a value must be like to be taken. */
export interface Setting<T> {
  /** Letters, digits and "-". */
  readonly key: string;
  readonly schema: ZodType<T>;
}

/** What went wrong with the settings of a file: what stands under a key is not what this version writes there, or nothing could be read at all. */
export interface SettingDamage {
  readonly kind: "damaged-setting" | "unread-settings";
  /** The key; "" when nothing could be read. */
  readonly key: string;
}

type SettingsPort = Pick<Workbook, "readSettings" | "writeSetting">;

/** Another number when a later version writes what an earlier one would misread. */
const VERSION = 1;

/**
 * What the product keeps in an open file, read once and written through. Each value stands under its key as `{ "version": 1, "value": … }`.
 * What stands there and is not of this shape (damaged, another program's, a later version's) counts as absent and is told in `damage`; it is
 * left in the file until the user changes that setting.
 */
export class FileSettings {
  private constructor(
    private readonly workbook: SettingsPort,
    private texts: Readonly<Record<string, string>>,
    private readonly unread: boolean,
  ) {}

  /** Reads all settings of a workbook. Never rejects: a workbook that cannot tell them counts as one without, and says so in `damage`. */
  static async read(workbook: SettingsPort): Promise<FileSettings> {
    try {
      return new FileSettings(workbook, await workbook.readSettings(), false);
    } catch {
      return new FileSettings(workbook, {}, true);
    }
  }

  /** The value of a setting; null when the file has none, or none that can be taken. */
  get<T>(setting: Setting<T>): T | null {
    const text = this.texts[setting.key];
    return text === undefined ? null : valueIn(text, setting);
  }

  /** What of these settings cannot be taken. */
  damage(settings: readonly Setting<unknown>[]): readonly SettingDamage[] {
    if (this.unread) return [{ kind: "unread-settings", key: "" }];
    return settings.filter((setting) => this.texts[setting.key] !== undefined && this.get(setting) === null).map(({ key }) => ({ kind: "damaged-setting", key }));
  }

  /**
   * Keeps a value in the file, or takes it out with null; nothing is written when the file already says so. The value counts from now on
   * even when the file takes no writing.
   * @throws WorkbookFailure when it is too large or the file takes no writing.
   */
  async write<T>(setting: Setting<T>, value: T | null): Promise<void> {
    const text = value === null ? null : textOf(value);
    if ((this.texts[setting.key] ?? null) === text) return;
    const others = Object.fromEntries(Object.entries(this.texts).filter(([key]) => key !== setting.key));
    this.texts = text === null ? others : { ...others, [setting.key]: text };
    await this.workbook.writeSetting(setting.key, text);
  }
}

/** A value as it is kept in the file. */
export function textOf(value: unknown): string {
  return JSON.stringify({ version: VERSION, value });
}

/** The value that a text holds for a setting; null when it is not one. Never throws: the text may be anybody's. */
export function valueIn<T>(text: string, setting: Setting<T>): T | null {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof kept !== "object" || kept === null || !("version" in kept) || kept.version !== VERSION || !("value" in kept)) return null;
  const parsed = setting.schema.safeParse(kept.value);
  return parsed.success ? parsed.data : null;
}
