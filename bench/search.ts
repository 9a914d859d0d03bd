import type { Client } from 'pg';
import { z } from 'zod';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { makeUpLiveCases } from './casework/live-cases';
import { grouped, timed } from './figures';
import { describeMachine, load } from './machine';
import { type BenchDatabase, openBench, removeDirectory } from './open-bench';
import { benchPath, settingsOf } from './place';
import { keepReport, type Table, tell } from './report';
import { asked, SOUGHT, type Sought } from './search/sought';

export interface SearchBench {
  /** Live complaints, one size after the other in the same database. */
  readonly sizes: readonly number[];
  /** How often each kind is searched for, each time for another. */
  readonly runs: number;
}

const WARM_UP = 3;

interface Measured {
  readonly size: number;
  readonly kinds: readonly {
    readonly sought: Sought;
    readonly millis: readonly number[];
    readonly bare: readonly number[];
  }[];
  readonly load: string;
}

/** How soon somebody finds a complaint by a reference, a name and words, as the site asks for it. */
export async function benchSearch({ sizes, runs }: SearchBench): Promise<void> {
  const directory = benchPath('search');
  removeDirectory(directory);
  const database = await openBench(directory);
  const product = await runProduct(settingsOf(directory));
  const measured: Measured[] = [];
  try {
    for (const size of [...sizes].sort((one, other) => one - other)) {
      await makeUpLiveCases(database.client, (measured.at(-1)?.size ?? 0) + 1, size);
      await tellFigures(database.client);
      measured.push(await measure({ product, database }, size, runs));
      keep(measured, database.version);
    }
  } finally {
    await product.stop();
    await product.database.stop();
    await database.stop();
    removeDirectory(directory);
  }
}

/** References are looked for in the facts that figures are made of. */
async function tellFigures(client: Client): Promise<void> {
  await client.query(`insert into insight.stage_fact (stage_id, complaint_id, authority, stream, stage, reference, reference_key, received_on)
    select id, complaint_id, 'stockport', 'CORPORATE', number, reference, upper(reference), received_on from corporate.stage
    on conflict do nothing`);
  await client.query('vacuum analyze');
}

async function measure(
  { product, database: { client } }: { readonly product: RunningProduct; readonly database: BenchDatabase },
  size: number,
  runs: number,
): Promise<Measured> {
  const kinds = [];
  for (const sought of SOUGHT) {
    tell(`Searching ${grouped(size)} complaints for ${sought.kind}…`);
    const [millis, bare]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs + WARM_UP; run += 1) {
      const words = sought.words(1 + ((run * 7_919) % size));
      const took = (await timed(() => asked(product, sought, words))).millis;
      const wanted = await wantedBy(client, sought, words);
      const least = (await timed(() => bareSearch(client, sought, wanted))).millis;
      if (run >= WARM_UP) millis.push(took) && bare.push(least);
    }
    kinds.push({ sought, millis, bare });
  }
  return { size, kinds, load: load() };
}

const BARE = {
  reference: 'select complaint_id from insight.stage_fact where reference_key = upper($1) limit 6',
  words: `select stage_id from corporate.account_words where words @@ $1::tsquery
    order by received_on desc, stage_id desc limit 51`,
} as const;

/** The least SQL that finds the same, past all policies; the words as they are sought, so that it is planned for them. */
const bareSearch = (client: Client, { isReference }: Sought, wanted: string): Promise<unknown> =>
  client.query(isReference ? BARE.reference : BARE.words, [wanted]);

async function wantedBy(client: Client, { isReference }: Sought, words: string): Promise<string> {
  if (isReference) return words.replaceAll(/\W/g, '');
  const { rows } = await client.query<{ wanted: string }>('select corporate.wanted_by($1)::text as wanted', [
    words,
  ]);
  return rows[0]?.wanted ?? '';
}

const at = (values: readonly number[], share: number): string => {
  const sorted = [...values].sort((one, other) => one - other);
  return z
    .number()
    .parse(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)])
    .toFixed(1);
};

function keep(measured: readonly Measured[], version: string): void {
  keepReport({
    scenario: 'search',
    title: 'Finding complaints by references, names and words',
    machine: describeMachine(version),
    body: measured.flatMap(({ size, kinds, load: busy }) => [
      `## ${grouped(size)} complaints (load ${busy})`,
      tableOf(kinds),
    ]),
  });
}

const tableOf = (kinds: Measured['kinds']): Table => [
  ['sought', 'p50 ms', 'p95 ms', 'bare SQL p50 ms', 'bare SQL p95 ms'],
  ...kinds.map(({ sought, millis, bare }) => [
    sought.kind,
    ...[at(millis, 0.5), at(millis, 0.95), at(bare, 0.5), at(bare, 0.95)],
  ]),
  all(kinds),
];

function all(kinds: Measured['kinds']): readonly string[] {
  const [millis, bare] = [kinds.flatMap((kind) => kind.millis), kinds.flatMap((kind) => kind.bare)];
  return ['all of these', at(millis, 0.5), at(millis, 0.95), at(bare, 0.5), at(bare, 0.95)];
}
