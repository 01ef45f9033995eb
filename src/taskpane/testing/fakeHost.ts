import { UNKNOWN_PLAN } from "../../appendix/plan";
import type { CellEdit, Edit } from "../../grid/edit";
import type { FixPlan } from "../../review/fixPlan";
import type { TargetsAnswer, TargetsRequest } from "../../review/targets";
import type { UnitView } from "../../review/unitBook";
import { NOTHING_KEPT, type FindingView, type ReviewView } from "../../review/view";
import type { FixRequest } from "../../review/session";
import type { AppendixGaps } from "../../review/templateGaps";
import { FORMS } from "../../template/forms";
import { layOutForm } from "../../template/layOut";
import type { PaneHost, PaneSession, Progress } from "../host";

/** A finding with everything that a test does not care about filled in. */
export function finding(over: Partial<FindingView> & Pick<FindingView, "ruleId" | "cell">): FindingView {
  return {
    id: `${over.ruleId}@${over.sheet ?? "Phụ lục I"}!${over.cell}`,
    severity: "error",
    clarity: null,
    appendix: 0,
    sheet: "Phụ lục I",
    message: { vi: `Nhắc ở ${over.cell}`, en: `Told at ${over.cell}` },
    text: "",
    fixable: false,
    ...over,
  };
}

/** A view of one table with these findings. */
export function viewWith(findings: readonly FindingView[], over: Partial<ReviewView> = {}): ReviewView {
  return {
    plan: { ...UNKNOWN_PLAN, place: "Phú Xuyên", level: "xã", issued: "2025-07" },
    planRead: { ...UNKNOWN_PLAN, place: "Phú Xuyên", level: "xã", issued: "2025-07" },
    appendices: [{ sheet: "Phụ lục I", kind: "tasks", title: "PHỤ LỤC I", sections: 6, items: 23, clarity: [] }],
    findings,
    ignored: [],
    notices: [],
    kept: NOTHING_KEPT,
    ...over,
  };
}

/** Five findings of three severities, two rules with a mending, two sheets. */
export const SAMPLE: readonly FindingView[] = [
  finding({ ruleId: "deadline/variant", cell: "G9", severity: "info", text: "trong năm 2025", fixable: true }),
  finding({ ruleId: "numbering/duplicate", cell: "A12", text: "8", message: { vi: "Số 8 đã dùng ở ô A11.", en: "Number 8 is already used in A11." }, fixable: true }),
  finding({ ruleId: "lead/missing", cell: "E9", message: { vi: "Chưa có cơ quan chủ trì.", en: "There is no lead unit." } }),
  finding({ ruleId: "coord/duplicate", cell: "F10", severity: "warning", text: "Công an xã; Các thôn; Công an xã", span: { start: 22, end: 32 }, fixable: true }),
  finding({ ruleId: "coord/duplicate", cell: "F11", severity: "warning", sheet: "Phụ lục II", text: "Các thôn; Các thôn", span: { start: 10, end: 18 }, fixable: true }),
];

/**
 * A host whose session holds a view in memory: mending a finding takes it away, undo brings it back. Calls are counted by `calls`; a
 * method named in `broken` rejects; while `gate` is set, every method waits for it.
 */
export class FakeHost implements PaneHost {
  readonly calls: string[] = [];
  readonly selected: string[] = [];
  readonly broken = new Map<string, unknown>();
  gate: Promise<void> | null = null;
  /** What the appendices are told to lack. */
  gaps: readonly AppendixGaps[] = [];
  /** Cells that are found changed when a mending is written. */
  readonly changedCells = new Set<string>();
  /** What the page "Đơn vị" is told. */
  units: readonly UnitView[] = [];
  /** What the page "Chỉ tiêu" is told. */
  targets: (request: TargetsRequest, view: ReviewView) => TargetsAnswer = () => ({});
  private readonly past: ReviewView[] = [];
  private readonly future: ReviewView[] = [];
  private readonly listeners = new Set<(progress: Progress) => void>();
  readonly stop?: () => void;

  constructor(
    public view: ReviewView = viewWith(SAMPLE),
    options: { readonly stop?: () => void } = {},
  ) {
    if (options.stop !== undefined) this.stop = options.stop;
  }

  readonly onProgress = (listener: (progress: Progress) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  tellProgress(progress: Progress): void {
    for (const listener of this.listeners) listener(progress);
  }

  async select(sheet: string, cell: string): Promise<void> {
    await this.called("select");
    this.selected.push(`${sheet}!${cell}`);
  }

  readonly session: PaneSession = {
    check: async () => {
      await this.called("check");
      return this.view;
    },
    setPlan: async (plan) => {
      await this.called("setPlan");
      this.view = { ...this.view, plan: { ...this.view.planRead, ...plan }, kept: { ...this.view.kept, plan } };
      return this.view;
    },
    setRules: async (rules) => {
      await this.called("setRules");
      this.view = { ...this.view, findings: this.view.findings.filter(({ ruleId }) => rules[ruleId] !== "off") };
      return this.view;
    },
    setFileRules: async (rules) => {
      await this.called("setFileRules");
      this.view = { ...this.view, kept: { ...this.view.kept, rules } };
      return this.view;
    },
    ignore: async (id, reason, on) => {
      await this.called("ignore");
      const { findings, ignored } = this.view;
      this.view = {
        ...this.view,
        findings: findings.filter((found) => found.id !== id),
        ignored: [...ignored, ...findings.filter((found) => found.id === id).map((found) => ({ ...found, reason, on }))],
      };
      return this.view;
    },
    restore: async (id) => {
      await this.called("restore");
      const { findings, ignored } = this.view;
      this.view = { ...this.view, findings: [...findings, ...ignored.filter((found) => found.id === id)], ignored: ignored.filter((found) => found.id !== id) };
      return this.view;
    },
    units: async () => {
      await this.called("units");
      return this.units;
    },
    setUnits: async (units) => {
      await this.called("setUnits");
      this.view = { ...this.view, kept: { ...this.view.kept, units } };
      return this.view;
    },
    importUnits: async (text) => {
      await this.called("importUnits");
      return text === "" ? null : this.view;
    },
    exportUnits: async () => {
      await this.called("exportUnits");
      return JSON.stringify(this.view.kept.units);
    },
    targets: async (request) => {
      await this.called(`targets ${request.kind}`);
      return this.targets(request, this.view);
    },
    previewFix: async (request) => {
      await this.called("previewFix");
      return this.planOf(request);
    },
    applyFix: async (plan) => {
      await this.called("applyFix");
      const edits = plan.batches.flat().filter((edit): edit is CellEdit => "cell" in edit);
      const applied = edits.filter(({ cell }) => !this.changedCells.has(cell));
      const skipped = edits.filter(({ cell }) => this.changedCells.has(cell)).map((edit) => ({ edit, reason: "changed" as const, found: "" }));
      this.past.push(this.view);
      const gone = new Set(applied.map(({ sheet, cell }) => `${sheet}!${cell}`));
      this.view = { ...this.view, findings: this.view.findings.filter(({ sheet, cell }) => !gone.has(`${sheet}!${cell}`)) };
      return { view: this.view, report: { applied, skipped } };
    },
    addTemplate: async ({ form }) => {
      await this.called("addTemplate");
      this.past.push(this.view);
      const appendix = { sheet: "Phụ lục II", kind: form.kind, title: "Phụ lục II", sections: 0, items: 1, clarity: [] };
      this.view = { ...this.view, appendices: [...this.view.appendices, appendix] };
      return { sheet: appendix.sheet, layouts: [layOutForm(form, { plan: this.view.plan })], view: this.view };
    },
    templateGaps: async () => {
      await this.called("templateGaps");
      return this.gaps;
    },
    previewStructure: async (request) => {
      await this.called("previewStructure");
      const gaps = this.gaps.flatMap((one) => (request.kind === "gaps" ? one.gaps.filter(({ id }) => request.gaps.includes(id)) : []));
      return {
        batches: [gaps.map(({ sheet, cell, after }) => ({ sheet, cell, expected: null, value: after }))],
        changes: gaps.map(({ sheet, cell, after }) => ({ sheet, cell, before: null, after, removesRow: false })),
        mended: gaps.length,
      };
    },
    officeForm: async (_, name) => {
      await this.called("officeForm");
      return FORMS[0] === undefined ? null : { ...FORMS[0], id: "mau-rieng", name: { vi: name, en: name } };
    },
    undo: async () => {
      await this.called("undo");
      return this.step(this.past, this.future);
    },
    redo: async () => {
      await this.called("redo");
      return this.step(this.future, this.past);
    },
    showMarks: async () => {
      await this.called("showMarks");
      return this.view.findings.length;
    },
    clearMarks: async () => {
      await this.called("clearMarks");
      return this.view.findings.length;
    },
  };

  private step(from: ReviewView[], to: ReviewView[]): ReviewView | null {
    const view = from.pop();
    if (view === undefined) return null;
    to.push(this.view);
    this.view = view;
    return view;
  }

  private planOf(request: FixRequest): FixPlan {
    const wanted = this.view.findings.filter((found) => found.fixable && ("ruleId" in request ? found.ruleId === request.ruleId : "units" in request || request.findings.includes(found.id)));
    const edits: Edit[] = wanted.map(({ sheet, cell, text }) => ({ sheet, cell, expected: text, value: `${text} đã sửa` }));
    return {
      batches: edits.length === 0 ? [] : [edits],
      changes: wanted.map(({ sheet, cell, text }) => ({ sheet, cell, before: text, after: `${text} đã sửa`, removesRow: false })),
      mended: wanted.length,
    };
  }

  private async called(name: string): Promise<void> {
    this.calls.push(name);
    if (this.gate !== null) await this.gate;
    if (this.broken.has(name)) throw this.broken.get(name);
  }
}
