import type { Language } from "../text/language";
import { catalog } from "./catalog";
import type { Finding, Rule } from "./rule";

const byId: ReadonlyMap<string, Rule> = new Map(catalog.map((rule) => [rule.id, rule]));

/** The rule of an id, undefined when the catalogue has none. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}

/** The one-sentence message of a finding. */
export function describe(finding: Pick<Finding, "ruleId" | "messageId" | "data">, language: Language): string {
  const message = byId.get(finding.ruleId)?.messages[finding.messageId];
  if (message === undefined) throw new Error(`Rule ${finding.ruleId} has no message "${finding.messageId}": add it to its messages.`);
  return message[language](finding.data);
}
