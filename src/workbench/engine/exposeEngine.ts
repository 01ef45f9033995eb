import { expose, releaseProxy, type Endpoint } from "comlink";
import type { Progress, WorkbenchEngine } from "./protocol";

/**
 * Lets the other end of a channel ask an engine. The listener of the progress comes over a channel of its own, which is closed when the file
 * is open: otherwise every file that was ever opened would keep one.
 */
export function exposeEngine(engine: WorkbenchEngine, endpoint?: Endpoint): void {
  const open: WorkbenchEngine["open"] = async (bytes, name, onProgress, journal, options) => {
    try {
      return await engine.open(bytes, name, onProgress, journal, options);
    } finally {
      (onProgress as Progress & { [releaseProxy]?: () => void })[releaseProxy]?.();
    }
  };
  const exposed: WorkbenchEngine = {
    open,
    check: () => engine.check(),
    setRules: (settings) => engine.setRules(settings),
    decide: (decision) => engine.decide(decision),
    units: () => engine.units(),
    exportUnits: () => engine.exportUnits(),
    previewFix: (request) => engine.previewFix(request),
    applyFix: (plan) => engine.applyFix(plan),
    edit: (edits) => engine.edit(edits),
    addTemplate: (request) => engine.addTemplate(request),
    templateGaps: (forms) => engine.templateGaps(forms),
    previewStructure: (request) => engine.previewStructure(request),
    officeForm: (appendix, name) => engine.officeForm(appendix, name),
    targets: (request) => engine.targets(request),
    undo: () => engine.undo(),
    redo: () => engine.redo(),
    save: (marks) => engine.save(marks),
  };
  expose(exposed, endpoint);
}
