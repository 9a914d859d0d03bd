import { parseArgs } from 'node:util';
import { runMain } from '../../scripts/product/refusal';
import { type CrashCheck, prepareCrashCheck } from './check';
import type { Phase, Round } from './round';
import { type CrashSource, crashSources } from './sources';

const TIMES = 20;
const ROWS = 4_000;
const ALL = 'all';
const WRONG_USAGE = 2;
const USAGE = `Usage: npm run check:crash [-- TIMES] [--source SOURCE] [--seed N] [--rows N]

Kills an import, the product beside it and the whole database at a random moment, TIMES times (${TIMES}) while the
import runs and as often while its events are carried to the figures; then makes the same import again and compares
all that is stored, and every figure, with an import that nobody disturbed.

  --source  ${[...crashSources.keys()].join(', ')}; or ${ALL}, one after the other, TIMES each (corporate-crm)
  --seed    another whole number, another extract and other moments (1)
  --rows    of the made-up extract (${ROWS})
`;

interface Wanted {
  readonly sources: readonly CrashSource[];
  readonly times: number;
  readonly seed: number;
  readonly rows: number;
}

function wanted(args: string[]): Wanted | null {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        source: { type: 'string', default: 'corporate-crm' },
        seed: { type: 'string', default: '1' },
        rows: { type: 'string', default: String(ROWS) },
      },
    });
    const times = Number(positionals[0] ?? TIMES);
    const [seed, rows] = [Number(values.seed), Number(values.rows)];
    const sources = [...crashSources.values()].filter(({ name }) => [name, ALL].includes(values.source));
    const isRight =
      positionals.length < 2 && sources.length > 0 && [times, rows].every((number) => number >= 1);
    return isRight && [times, seed, rows].every(Number.isInteger) ? { sources, times, seed, rows } : null;
  } catch {
    return null;
  }
}

/** `npm run check:crash [-- TIMES]`: power cuts at random moments, each held against an undisturbed import. */
runMain(async () => {
  const asked = wanted(process.argv.slice(2));
  if (asked === null) {
    process.stderr.write(USAGE);
    process.exitCode = WRONG_USAGE;
    return;
  }
  let failed = 0;
  for (const source of asked.sources) failed += await played(source, asked);
  say(failed === 0 ? 'Every time exact.' : `${failed} times not exact.`);
  process.exitCode = failed === 0 ? 0 : 1;
});

/** Plays all rounds of one source. Gives the number of those that were not exact. */
async function played(source: CrashSource, { times, seed, rows }: Wanted): Promise<number> {
  const check = await prepareCrashCheck({ source, rows, seed });
  try {
    const { importMillis, projectionMillis } = check.undisturbed;
    const projected = projectionMillis === null ? '' : `, their projection in ${projectionMillis} ms`;
    say(`Undisturbed: ${rows} rows of ${source.name} in ${importMillis} ms${projected}.`);
    let failed = 0;
    for (const phase of check.phases) failed += (await rounds(check, phase, times)).length;
    return failed;
  } finally {
    check.end();
  }
}

/** Plays the rounds of one phase, tells each, and gives those that were not exact. */
async function rounds(check: CrashCheck, phase: Phase, times: number): Promise<Round[]> {
  const failed: Round[] = [];
  for (let number = 1; number <= times; number += 1) {
    const beside = number % 4 === 0;
    const round = await check.play({ phase, beside, number });
    say(`${phase} ${String(number).padStart(3)}/${times}: ${told(round, beside)}`);
    for (const difference of round.differences) say(`    ${difference}`);
    if (round.differences.length > 0) failed.push(round);
  }
  return failed;
}

function told(
  { cutAfterMillis, phaseMillis, processesKilled, left, differences }: Round,
  beside: boolean,
): string {
  const who = beside ? 'import, product and database' : 'import and database';
  const { run, recorded, projected } = left;
  return [
    `${who} (${processesKilled} processes) killed ${cutAfterMillis} ms into ${phaseMillis};`,
    `run ${run}, ${recorded} recorded${projected === null ? '' : `, ${projected} in the figures`};`,
    differences.length === 0 ? 'exact' : 'NOT EXACT',
  ].join(' ');
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
