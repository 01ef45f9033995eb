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
  constructor(private readonly client: ExcelClient) {}

  async read(): Promise<Readonly<Record<string, string>>> {
    const stored = await this.client.run((context, sync) => this.stored(context, sync));
    const texts = new Map<string, string>();
    for (const { key, text } of stored) if (!texts.has(key)) texts.set(key, text);
    return Object.fromEntries(texts);
  }

  async write(key: string, text: string | null): Promise<void> {
    if (!/^[A-Za-z0-9-]+$/.test(key)) throw new RangeError(`A setting's key is of letters, digits and "-": ${JSON.stringify(key)}`);
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
    const parts = context.workbook.customXmlParts.getByNamespace(SETTING_NAMESPACE);
    parts.load("items/id");
    await sync();
    if (parts.items.length === 0) return [];
    const asked = parts.items.map((part) => ({ id: part.id, xml: part.getXml() }));
    await sync();
    return asked.flatMap(({ id, xml }) => {
      const setting = parseSettingXml(xml.value);
      return setting === null ? [] : [{ id, ...setting }];
    });
  }
}
