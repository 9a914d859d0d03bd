import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { generateAdults } from './adults/generate-adults';
import { generateCalls } from './calls/generate-calls';
import { callDirtOf } from './calls/made-call';
import { childrensDirtOf } from './childrens/dirt';
import { generateChildrens } from './childrens/generate-childrens';
import { dirtOf } from './dirt';
import { generateCorporate } from './generate';
import { generateCoverage } from './generate-coverage';
import { generateOmbudsman } from './ombudsman/generate-ombudsman';

const USAGE = `Usage: node dist/demo/generate-cli.js corporate-crm|adults|childrens|ombudsman|calls|coverage [--rows N] [--seed S] [--dirt D] [--wrong-total] > FILE
  --rows N       rows of the file (1000); a coverage list has as many as it has
  --seed S       another whole number, another council (1)
  --dirt D       0 none, 1 as in the demonstration extracts, more is dirtier (1)
  --wrong-total  the Total line does not fit
`;

interface Wanted {
  readonly what: string | undefined;
  readonly rows: number;
  readonly seed: number;
  readonly dirt: number;
  readonly wrongTotal: boolean;
}

function wanted(): Wanted | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        rows: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
        dirt: { type: 'string', default: '1' },
        'wrong-total': { type: 'boolean', default: false },
      },
    });
    const [rows, seed, dirt] = [Number(values.rows), Number(values.seed), Number(values.dirt)];
    if (!Number.isSafeInteger(rows) || rows < 0 || !Number.isInteger(seed) || !(dirt >= 0)) return null;
    return { what: positionals[0], rows, seed, dirt, wrongTotal: values['wrong-total'] };
  } catch {
    return null;
  }
}

/** Text is written in UTF-8; a system that writes something else gives bytes. */
type Blocks = Iterable<string | Buffer> | AsyncIterable<string>;

/** Each file that can be made up, by what the command calls it. */
const FILES = new Map<string | undefined, (asked: Wanted) => Blocks>([
  [
    'corporate-crm',
    ({ rows, seed, dirt, wrongTotal }) => generateCorporate({ seed, rows, dirt: dirtOf(dirt), wrongTotal }),
  ],
  ['adults', ({ rows, seed, dirt }) => generateAdults({ seed, rows, dirt: dirtOf(dirt) })],
  ['childrens', ({ rows, seed, dirt }) => generateChildrens({ seed, rows, dirt: childrensDirtOf(dirt) })],
  ['ombudsman', ({ rows, seed, dirt }) => [generateOmbudsman({ seed, rows, dirt: dirtOf(dirt) })]],
  ['calls', ({ rows, seed, dirt }) => generateCalls({ seed, rows, dirt: callDirtOf(dirt) })],
  ['coverage', ({ seed, dirt }) => [generateCoverage({ seed, dirt: Math.min(dirt * 0.02, 0.5) })]],
]);

async function main(): Promise<number> {
  const asked = wanted();
  const file = FILES.get(asked?.what);
  if (asked === null || file === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  for await (const block of file(asked)) {
    if (!process.stdout.write(block)) await once(process.stdout, 'drain');
  }
  return 0;
}

void main().then((code) => {
  process.exitCode = code;
});
