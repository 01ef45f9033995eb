/**
 * The style sheet of the grid. The paper stays light in every theme, as in Excel; what is around it takes the theme's colours. Cells are
 * drawn by the hundred, so they have plain classes instead of generated ones.
 */
export const gridCss = `
.pl-sheet { position: relative; flex: 1; min-height: 0; min-width: 0; overflow: hidden; background: var(--pl-desk); --pl-accent: #107573; --pl-line: #e1e1e1; }
.pl-scroller { position: absolute; inset: 0; overflow: auto; overscroll-behavior: contain; outline: none; cursor: cell; touch-action: pan-x pan-y; scrollbar-gutter: stable; }
.pl-canvas { position: relative; min-width: 100%; isolation: isolate; }
.pl-top { position: sticky; top: 0; z-index: 3; box-shadow: 0 1px 0 var(--pl-head-line); }
.pl-heads { position: absolute; top: 0; left: 0; display: flex; background: var(--pl-head); color: var(--pl-head-text); z-index: 2; font: 12px/21px var(--fontFamilyBase); user-select: none; }
.pl-body { position: relative; z-index: 0; isolation: isolate; }
.pl-frozenrows { position: absolute; left: 0; overflow: clip; background: #fff; box-shadow: 0 1px 0 #9c9c9c; isolation: isolate; }
.pl-row { position: absolute; left: 0; width: 100%; display: flex; }
.pl-still { position: sticky; left: 0; flex: none; z-index: 2; height: 100%; }
.pl-stillcells { position: absolute; top: 0; height: 100%; overflow-x: clip; overflow-y: visible; box-shadow: 1px 0 0 var(--pl-still-line, transparent); }
.pl-paper { position: absolute; z-index: -2; top: 0; right: 0; background: #fff; }
.pl-columnline { position: absolute; top: 0; bottom: 0; width: 1px; background: var(--pl-line); }
.pl-lined .pl-row::before { content: ""; position: absolute; left: 0; right: 0; bottom: 0; height: 1px; background: var(--pl-line); z-index: -1; }
.pl-lined .pl-overhang::before { display: none; }
.pl-moving { position: relative; flex: 1; }
.pl-rowhead, .pl-colhead, .pl-corner { box-sizing: border-box; position: absolute; top: 0; background: var(--pl-head); color: var(--pl-head-text); font: 12px/1 var(--fontFamilyBase); user-select: none; cursor: default; border-right: 1px solid var(--pl-head-line); border-bottom: 1px solid var(--pl-head-line); }
.pl-rowhead { left: 0; width: 46px; height: 100%; display: flex; align-items: center; justify-content: center; z-index: 1; }
.pl-colhead { height: 22px; line-height: 21px; text-align: center; }
.pl-corner { left: 0; height: 22px; z-index: 2; }
.pl-headselected { background: var(--pl-head-selected); color: var(--pl-head-selected-text); font-weight: 600; }
.pl-cell { box-sizing: border-box; position: absolute; top: 0; display: flex; background-color: #fff; color: #000; border-right: 1px solid var(--pl-line); border-bottom: 1px solid var(--pl-line); overflow: hidden; contain: layout style; }
.pl-text { width: 100%; padding: 0 2px; line-height: 1.2; overflow-wrap: break-word; overflow: hidden; }
.pl-error { background-image: linear-gradient(rgba(209, 52, 56, .13), rgba(209, 52, 56, .13)); }
.pl-warning { background-image: linear-gradient(rgba(247, 170, 0, .17), rgba(247, 170, 0, .17)); }
.pl-info { background-image: linear-gradient(rgba(0, 120, 212, .10), rgba(0, 120, 212, .10)); }
.pl-error::after, .pl-warning::after, .pl-info::after { content: ""; position: absolute; top: 0; right: 0; width: 9px; height: 9px; clip-path: polygon(0 0, 100% 0, 100% 100%); }
.pl-error::after { background: #c50f1f; }
.pl-warning::after { background: #d97900; }
.pl-info::after { background: #0f6cbd; }
.pl-slip { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 2px; text-decoration-skip-ink: none; border-radius: 2px; }
.pl-slip-error { text-decoration-color: #c50f1f; background: rgba(209, 52, 56, .16); }
.pl-slip-warning { text-decoration-color: #d97900; background: rgba(247, 170, 0, .22); }
.pl-slip-info { text-decoration-color: #0f6cbd; background: rgba(0, 120, 212, .14); }
.pl-over { pointer-events: none; }
.pl-over-still { position: sticky; left: 0; z-index: 3; overflow: clip; }
.pl-over-moving { position: absolute; top: 0; right: 0; overflow: clip; z-index: 1; }
.pl-zone { position: absolute; top: 0; height: 100%; overflow: clip; }
.pl-range, .pl-active { box-sizing: border-box; position: absolute; border: 2px solid var(--pl-accent); }
.pl-active { border: 0; background: rgba(255, 255, 255, .65); }
.pl-focused .pl-range { box-shadow: 0 0 0 1px rgba(16, 117, 115, .35); }
.pl-rangefill { background: rgba(16, 117, 115, .12); }
.pl-overlay { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
.pl-editor { box-sizing: border-box; position: absolute; margin: 0; padding: 1px 2px; border: 0; resize: none; outline: none; overflow: hidden; opacity: 0; background: #fff; color: #000; line-height: 1.2; white-space: pre-wrap; overflow-wrap: break-word; }
.pl-editing { opacity: 1; pointer-events: auto; outline: 2px solid var(--pl-accent); outline-offset: -1px; box-shadow: 0 4px 12px rgba(0, 0, 0, .22); z-index: 2; overflow: auto; }
.pl-note { box-sizing: border-box; position: absolute; z-index: 3; padding: 10px 12px; display: flex; flex-direction: column; gap: 8px; border-radius: 6px; font: 13px/1.4 var(--fontFamilyBase); background: var(--colorNeutralBackground1); color: var(--colorNeutralForeground1); box-shadow: var(--shadow16); border: 1px solid var(--colorNeutralStroke2); }
.pl-noteline { display: flex; gap: 8px; align-items: flex-start; }
.pl-noteline > :first-child { flex: none; margin-top: 1px; }
.pl-notemore { color: var(--colorNeutralForeground3); }
@media (forced-colors: active) {
  .pl-range { border-color: Highlight; }
  .pl-error::after, .pl-warning::after, .pl-info::after { forced-color-adjust: none; }
}
`;
