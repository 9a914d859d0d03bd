import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { dirtOf } from './dirt';
import { generateCorporate } from './generate';
import { generateCoverage } from './generate-coverage';

const USAGE = `Usage: node dist/demo/generate-cli.js corporate-crm|coverage [--rows N] [--seed S] [--dirt D] [--wrong-total] > FILE
  --rows N       rows of the corporate system's file (1000)
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

async function* blocks({ what, rows, seed, dirt, wrongTotal }: Wanted): AsyncGenerator<string> {
  if (what === 'coverage') yield generateCoverage({ seed, dirt: Math.min(dirt * 0.02, 0.5) });
  else yield* generateCorporate({ seed, rows, dirt: dirtOf(dirt), wrongTotal });
}

async function main(): Promise<number> {
  const asked = wanted();
  if (asked === null || (asked.what !== 'corporate-crm' && asked.what !== 'coverage')) {
    process.stderr.write(USAGE);
    return 2;
  }
  for await (const block of blocks(asked)) {
    if (!process.stdout.write(block)) await once(process.stdout, 'drain');
  }
  return 0;
}

void main().then((code) => {
  process.exitCode = code;
});
