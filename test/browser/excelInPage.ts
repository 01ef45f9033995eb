import type { Grid } from "../../src/grid/grid";
import { ExcelHost } from "../excel-host/host";
import { modelOfGrids } from "../excel-host/models";

/** What a test says of the Excel in the page. */
export interface SimulatedExcel {
  /** The sheets, with the addresses of formulas as a list. */
  readonly sheets: readonly (Omit<Grid, "formulas"> & { readonly formulas: readonly string[] })[];
  readonly language: string;
  /** As Office tells it; null where it does not, as on the web. */
  readonly theme: { readonly isDarkTheme?: boolean; readonly bodyBackgroundColor?: string } | null;
  /** The address of the workbook. */
  readonly document: string;
  /** The newest requirement set of ExcelApi that it has. */
  readonly set: string;
}

/** What stands in the page for a test to speak with. */
export interface InPage {
  readonly host: ExcelHost;
  /** Functions of the ribbon's buttons, by name. */
  readonly actions: Map<string, (event: { completed: () => void }) => void>;
  /** Addresses of the windows that were asked for. */
  readonly dialogs: string[];
  /** Messages that went to the window's opener. */
  readonly messages: string[];
  changeTheme(theme: SimulatedExcel["theme"]): void;
}

declare global {
  interface Window {
    /** Called before and after Microsoft's client library in the script that stands for office.js. */
    simulate: { begin(excel: SimulatedExcel): void; end(): void };
    simulated: InPage;
  }
}

let begun: SimulatedExcel;

/**
 * Takes the place of office.js in a test: Microsoft's own client library stands between `begin` and `end`, with a simulated Excel behind it.
 * The rest of office.js (finding the host, windows, the theme) is a few lines here.
 */
window.simulate = {
  begin: (excel) => {
    begun = excel;
    const host = new ExcelHost(modelOfGrids(excel.sheets.map((sheet) => ({ ...sheet, formulas: new Set(sheet.formulas) }))));
    host.faults.set = excel.set;
    const handlers: ((event: unknown) => void)[] = [];
    const office = { context: { officeTheme: excel.theme ?? undefined } };
    window.simulated = {
      host,
      actions: new Map(),
      dialogs: [],
      messages: [],
      changeTheme: (theme) => {
        office.context.officeTheme = theme ?? undefined;
        Object.assign((window as unknown as { Office: typeof office }).Office.context, office.context);
        for (const handler of handlers) handler({ officeTheme: theme ?? undefined });
      },
    };
    Object.assign(window, { _richApiNativeBridge: host.bridge, Office: {}, themeHandlers: handlers });
  },
  end: () => {
    const { host, actions, dialogs, messages } = window.simulated;
    const { themeHandlers } = window as unknown as { themeHandlers: ((event: unknown) => void)[] };
    Object.assign(window, {
      Office: {
        HostType: { Excel: "Excel" },
        AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
        EventType: { OfficeThemeChanged: "officeThemeChanged", DialogMessageReceived: "message", DialogEventReceived: "event" },
        actions: { associate: (name: string, action: (event: { completed: () => void }) => void) => actions.set(name, action) },
        onReady: () => Promise.resolve({ host: "Excel", platform: "PC" }),
        context: {
          displayLanguage: begun.language,
          platform: "PC",
          officeTheme: begun.theme ?? undefined,
          document: { url: begun.document, addHandlerAsync: (_type: string, handler: (event: unknown) => void) => themeHandlers.push(handler) },
          requirements: { isSetSupported: (name: string, version?: string) => host.isSetSupported(name, version) },
          diagnostics: { host: "Excel", platform: "PC", version: "16.0.99999.1" },
          ui: {
            messageParent: (message: string) => messages.push(message),
            displayDialogAsync: (address: string, _options: unknown, opened: (result: unknown) => void) => {
              dialogs.push(address);
              const heard = new Map<string, () => void>();
              opened({ status: "succeeded", value: { close: () => undefined, addEventHandler: (type: string, handler: () => void) => heard.set(type, handler) } });
              heard.get("event")?.();
            },
          },
        },
      },
    });
  },
};
