import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Spinner,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { DarkTheme20Regular } from "@fluentui/react-icons/svg/dark-theme";
import { DocumentTable20Regular } from "@fluentui/react-icons/svg/document-table";
import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { Highlight20Regular, Highlight20Filled } from "@fluentui/react-icons/svg/highlight";
import { PanelBottom20Regular } from "@fluentui/react-icons/svg/panel-bottom";
import { PanelRight20Filled, PanelRight20Regular } from "@fluentui/react-icons/svg/panel-right";
import type { ReactElement, ReactNode } from "react";
import { redo, undo, type PaneCommand } from "../../taskpane/commands";
import type { PaneState, PaneStore } from "../../taskpane/paneStore";
import type { Theme } from "../../taskpane/preferences";
import type { DeskState } from "../engine/desk";
import { SAMPLES, type Sample } from "../samples";
import type { WorkbenchWords } from "../words";

const useStyles = makeStyles({
  bar: {
    boxSizing: "border-box",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    height: "48px",
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: "nowrap",
    "@media (max-width: 600px)": { padding: `0 ${tokens.spacingHorizontalXS}`, gap: 0 },
  },
  brand: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, marginRight: tokens.spacingHorizontalM, "@media (max-width: 600px)": { marginRight: tokens.spacingHorizontalXS }, "@media (max-width: 360px)": { display: "none" } },
  mark: { flexShrink: 0, display: "block" },
  name: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: 0, "@media (max-width: 900px)": { display: "none" } },
  file: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalSNudge,
    minWidth: 0,
    flex: 1,
    justifyContent: "center",
    color: tokens.colorNeutralForeground2,
    padding: `0 ${tokens.spacingHorizontalS}`,
  },
  fileName: { overflow: "hidden", textOverflow: "ellipsis", fontSize: tokens.fontSizeBase300, "@media (max-width: 600px)": { display: "none" } },
  dirty: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    padding: "1px 8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    boxShadow: `inset 0 0 0 1px ${tokens.colorStatusWarningBorder1}`,
    "@media (max-width: 700px)": { display: "none" },
  },
  divider: { width: "1px", height: "20px", backgroundColor: tokens.colorNeutralStroke2, margin: `0 ${tokens.spacingHorizontalXS}`, "@media (max-width: 600px)": { display: "none" } },
  wide: { "@media (max-width: 960px)": { display: "none" } },
  compact: { "@media (max-width: 960px)": { minWidth: "32px", paddingLeft: "6px", paddingRight: "6px" } },
  chevron: { "@media (max-width: 600px)": { display: "none" } },
  language: { minWidth: "36px", paddingLeft: 0, paddingRight: 0, fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  icon: { minWidth: "32px" },
});

/** What the buttons of the bar do. */
interface TopBarActions {
  readonly chooseFile: () => void;
  readonly openSample: (sample: Sample) => void;
  readonly download: (marks: boolean) => void;
  readonly togglePane: () => void;
}

interface TopBarProps {
  readonly words: WorkbenchWords;
  readonly desk: DeskState;
  readonly pane: PaneState;
  readonly store: PaneStore;
  readonly actions: TopBarActions;
  readonly paneShown: boolean;
  readonly narrow: boolean;
}

/** The bar at the top: product, file, history, marks, download, language and theme. */
export function TopBar({ words, desk, pane, store, actions, paneShown, narrow }: TopBarProps): ReactNode {
  const styles = useStyles();
  const { language } = pane;
  const hasFile = desk.file !== null;
  const marksLabel = pane.marksShown ? words.hideMarks : words.showMarks;
  const paneLabel = paneShown ? words.hidePane : words.showPane;
  const history = (command: PaneCommand): ReactElement => {
    const Icon = command.icon;
    const label = command.label[language];
    return (
      <Tooltip content={command.shortcut === null ? label : `${label} (${command.shortcut})`} relationship="label">
        <Button appearance="subtle" className={styles.icon} icon={<Icon />} disabledFocusable={!command.isEnabled(pane)} onClick={() => void command.run(store)} />
      </Tooltip>
    );
  };
  return (
    <header>
      <div className={styles.bar} role="toolbar" aria-label={words.regions.bar} data-region="bar">
        <div className={styles.brand} title={words.tagline}>
          <Mark className={styles.mark} />
          <h1 className={styles.name}>{words.product}</h1>
        </div>
        <Tooltip content={`${words.open} (Ctrl+O)`} relationship="description">
          <Button appearance="subtle" className={styles.compact} icon={<FolderOpen20Regular />} aria-label={words.open} onClick={actions.chooseFile}>
            <span className={styles.wide}>{words.open}</span>
          </Button>
        </Tooltip>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" className={styles.compact} icon={<DocumentTable20Regular />} aria-label={words.samples} title={words.samplesHint}>
              <span className={styles.wide}>{words.samples}</span>
              <ChevronDown16Regular className={styles.chevron} />
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuGroup>
                <MenuGroupHeader>{words.samplesHint}</MenuGroupHeader>
                {SAMPLES.map((sample) => (
                  <MenuItem key={sample.path} onClick={() => actions.openSample(sample)} subText={sample.about[language]}>
                    {sample.title[language]}
                  </MenuItem>
                ))}
              </MenuGroup>
            </MenuList>
          </MenuPopover>
        </Menu>
        <div className={styles.divider} />
        {history(undo)}
        {history(redo)}
        <Tooltip content={marksLabel} relationship="label">
          <Button
            appearance="subtle"
            className={styles.icon}
            icon={pane.marksShown ? <Highlight20Filled /> : <Highlight20Regular />}
            aria-pressed={pane.marksShown}
            disabledFocusable={!hasFile}
            onClick={() => void store.showMarks(!pane.marksShown)}
          />
        </Tooltip>
        <div className={styles.file} aria-live="polite">
          <span className={styles.fileName} title={desk.file?.name}>
            {desk.file?.name ?? words.noFile}
          </span>
          {desk.file?.dirty === true ? <span className={styles.dirty}>{words.unsaved}</span> : null}
        </div>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="primary"
              className={styles.compact}
              icon={desk.saving ? <Spinner size="tiny" /> : <ArrowDownload20Regular />}
              disabledFocusable={!hasFile || desk.saving}
              aria-label={words.download}
            >
              <span className={styles.wide}>{words.download}</span>
              <ChevronDown16Regular className={styles.chevron} />
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => actions.download(true)} subText={words.downloadMarkedHint}>
                {words.downloadMarked}
              </MenuItem>
              <MenuDivider />
              <MenuItem onClick={() => actions.download(false)} subText={words.downloadCleanHint}>
                {words.downloadClean}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
        <div className={styles.divider} />
        <Button
          appearance="subtle"
          className={styles.language}
          title={words.language}
          aria-label={language === "vi" ? "EN, English" : "VI, Tiếng Việt"}
          lang={language === "vi" ? "en" : "vi"}
          onClick={() => store.setLanguage(language === "vi" ? "en" : "vi")}
        >
          {language === "vi" ? "EN" : "VI"}
        </Button>
        <Menu
          checkedValues={{ theme: [pane.theme] }}
          onCheckedValueChange={(_event, { checkedItems }) => {
            const chosen = checkedItems[0];
            if (isTheme(chosen)) store.setTheme(chosen);
          }}
        >
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" className={styles.icon} icon={<DarkTheme20Regular />} aria-label={words.theme} title={words.theme} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {(["light", "dark", "system"] as const).map((theme) => (
                <MenuItemRadio key={theme} name="theme" value={theme}>
                  {words.themes[theme]}
                </MenuItemRadio>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        <Tooltip content={paneLabel} relationship="label">
          <Button
            appearance="subtle"
            className={mergeClasses(styles.icon)}
            icon={narrow ? <PanelBottom20Regular /> : paneShown ? <PanelRight20Filled /> : <PanelRight20Regular />}
            aria-expanded={paneShown}
            onClick={actions.togglePane}
          />
        </Tooltip>
      </div>
    </header>
  );
}

function isTheme(text: string | undefined): text is Theme {
  return text === "light" || text === "dark" || text === "system";
}

/** The product's sign: lines of a table and a tick. */
function Mark({ className }: { readonly className: string }): ReactNode {
  return (
    <svg className={className} width="26" height="26" viewBox="0 0 32 32" aria-hidden>
      <rect x="2" y="2" width="28" height="28" rx="7" fill={tokens.colorBrandBackground} />
      <path d="M9 10.5h14M9 16h6M9 21.5h4.5" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M17 20l3.2 3.2L26 16.5" fill="none" stroke="#b8dedc" strokeWidth="2.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
