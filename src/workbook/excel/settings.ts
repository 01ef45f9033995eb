import { WorkbookFailure } from "../failure";
import { parseSettingXml, SETTING_NAMESPACE, settingXml } from "../settingPart";
import { MAX_SETTING_BYTES } from "../workbook";
import type { ExcelClient, Sync } from "./excelClient";

/** One setting a custom XML part; the first of a key counts. */
interface StoredSetting {
  readonly id: string;
  readonly key: string;
  readonly text: string;
}

/** What the product keeps in the file: custom XML parts of its own namespace (ExcelApi 1.5), the same as in a file. */
export class Settings {
  /** What was read along with the sheets, until somebody asks for it. */
  private readAlong: Readonly<Record<string, string>> | null = null;

  constructor(private readonly client: ExcelClient) {}

  async read(): Promise<Readonly<Record<string, string>>> {
    const known = this.readAlong;
    this.readAlong = null;
    return known ?? textsOf(await this.client.run((context, sync) => this.stored(context, sync)));
  }

  /**
   * Asks for the settings in the round trips of another reading, so that the first check of a workbook costs none more for them.
   * @returns what is to be called after each of these round trips; two are needed, and what then is missing is read when it is asked for.
   */
  askAlong(context: Excel.RequestContext): () => void {
    const parts = this.parts(context);
    let asked: readonly AskedPart[] | null = null;
    return () => {
      if (asked === null) {
        asked = askTexts(parts);
        if (asked.length === 0) this.readAlong = {};
        return;
      }
      try {
        this.readAlong ??= textsOf(takeTexts(asked));
      } catch {
        // The round trip that was to bring them failed, and its sheets came in others: they are read when they are asked for.
      }
    };
  }

  async write(key: string, text: string | null): Promise<void> {
    if (!/^[A-Za-z0-9-]+$/.test(key)) throw new RangeError(`A setting's key is of letters, digits and "-": ${JSON.stringify(key)}`);
    this.readAlong = null;
    if (text !== null && new TextEncoder().encode(text).length > MAX_SETTING_BYTES) throw new WorkbookFailure("setting-too-large", key);
    await this.client.run(async (context, sync) => {
      const parts = context.workbook.customXmlParts;
      const [first, ...copies] = (await this.stored(context, sync)).filter((setting) => setting.key === key);
      for (const { id } of copies) parts.getItem(id).delete();
      if (first === undefined) {
        if (text !== null) parts.add(settingXml(key, text));
      } else if (text === null) parts.getItem(first.id).delete();
      else if (text !== first.text) parts.getItem(first.id).setXml(settingXml(key, text));
      await sync();
    });
  }

  private async stored(context: Excel.RequestContext, sync: Sync): Promise<readonly StoredSetting[]> {
    const parts = this.parts(context);
    await sync();
    if (parts.items.length === 0) return [];
    const asked = askTexts(parts);
    await sync();
    return takeTexts(asked);
  }

  private parts(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
    const parts = context.workbook.customXmlParts.getByNamespace(SETTING_NAMESPACE);
    parts.load("items/id");
    return parts;
  }
}

interface AskedPart {
  readonly id: string;
  readonly xml: OfficeExtension.ClientResult<string>;
}

function askTexts(parts: Excel.CustomXmlPartScopedCollection): readonly AskedPart[] {
  return parts.items.map((part) => ({ id: part.id, xml: part.getXml() }));
}

function takeTexts(asked: readonly AskedPart[]): readonly StoredSetting[] {
  return asked.flatMap(({ id, xml }) => {
    const setting = parseSettingXml(xml.value);
    return setting === null ? [] : [{ id, ...setting }];
  });
}

function textsOf(stored: readonly StoredSetting[]): Readonly<Record<string, string>> {
  const texts = new Map<string, string>();
  for (const { key, text } of stored) if (!texts.has(key)) texts.set(key, text);
  return Object.fromEntries(texts);
}
