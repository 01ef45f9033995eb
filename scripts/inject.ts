import { cleanTables } from "../test/inject/cleanTable";
import { defects } from "../test/inject/defects";
import { measure, type Score } from "../test/inject/measure";

/**
 * Puts known defects into the mended sample appendices and prints what the rules find of them: `npm run inject`, `npm run inject -- RULE` with
 * what was missed and what else was told. TRIES and SEED choose how many places are tried in each table, and which.
 */
async function main(): Promise<void> {
  const wanted = process.argv[2];
  const chosen = defects.filter(({ rule }) => wanted === undefined || rule.startsWith(wanted));
  const scores = measure(await cleanTables(), chosen, Number(process.env.TRIES ?? 4), Number(process.env.SEED ?? 1));
  const line = (name: string, { injected, found, unbacked }: Pick<Score, "injected" | "found" | "unbacked">): string =>
    `${name.padEnd(64)}${String(injected).padStart(9)}${String(found).padStart(9)}${String(injected - found).padStart(9)}${String(unbacked).padStart(10)}\n`;
  process.stdout.write(`${"".padEnd(64)} injected    found   missed  unbacked\n`);
  const all = { injected: 0, found: 0, unbacked: 0 };
  for (const score of scores) {
    process.stdout.write(line(`${score.rule}: ${score.kind}`, score));
    if (wanted !== undefined) {
      for (const missed of score.missedIn) process.stdout.write(`    missed  ${missed}\n`);
      for (const beside of score.besides) process.stdout.write(`    besides ${beside}\n`);
    }
    all.injected += score.injected;
    all.found += score.found;
    all.unbacked += score.unbacked;
  }
  process.stdout.write(line("all", all));
}

void main();
