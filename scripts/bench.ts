import type { Asked } from '../bench/asked';
import { importRows } from '../bench/import';
import { measures } from '../bench/measures';
import { start } from '../bench/start';
import { runMain } from './product/refusal';

const SCENARIOS: Readonly<Record<string, (asked: Asked) => Promise<string>>> = {
  start,
  import: importRows,
  measures,
};
const ROWS = '10000';

/** `npm run bench -- SCENARIO [ROWS]`: prints a report; `bench/README.md` says how to read it. */
runMain(async () => {
  const [name = '', rows = ROWS] = process.argv.slice(2);
  const scenario = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
  if (scenario === undefined || !/^\d+$/.test(rows)) {
    process.stderr.write(
      `Usage: npm run bench -- SCENARIO [ROWS], where SCENARIO is one of: ${Object.keys(SCENARIOS).join(', ')}.\n`,
    );
    process.exit(2);
  }
  process.stdout.write(await scenario({ rows: Number(rows), environment: process.env }));
});
