import { runProduct } from '../../scripts/testing/running-product';
import { grouped, repeated } from '../figures';
import { load } from '../machine';
import { openBench } from '../open-bench';
import { startDuckdb } from '../others/duckdb';
import type { Installed } from '../others/install';
import { startPostgraphile } from '../others/postgraphile';
import { settingsOf } from '../place';
import { tell } from '../report';
import { type Asking, askAnew, type Megabytes, megabytesIn, timesFromFacts } from './asking';
import { askedAtOnce, type TitledAtOnce } from './at-once';
import { filled } from './filled';
import { DASHBOARD } from './questions';
import { inRounds, SLOW_ROUNDS, WARM_UP, type WholeTimes } from './rounds';

/** What was measured of a council of one size. */
export interface MeasuredSize {
  readonly stages: number;
  readonly version: string;
  readonly load: string;
  readonly megabytes: Megabytes;
  readonly whole: WholeTimes;
  /** Milliseconds of all twelve from facts alone; none where the product gave up. */
  readonly fromFacts: readonly number[];
  readonly each: readonly { readonly asked: number[]; readonly bare: number[] }[];
  readonly atOnce: readonly TitledAtOnce[];
}

interface ToMeasure {
  readonly stages: number;
  readonly runs: number;
  readonly installed: Installed;
}

/** Measures the product of that size over HTTP, with the others beside it. */
export async function measureSize({ stages, runs, installed }: ToMeasure): Promise<MeasuredSize> {
  const directory = await filled(stages);
  const database = await openBench(directory);
  const constant = { isOn: false };
  const { client, version, url } = database;
  const duckdb = await startDuckdb(installed, { client, stages });
  const postgraphile = await startPostgraphile(installed, { client, url });
  const product = await runProduct(settingsOf(directory), {
    keepsAnswers: true,
    repeats: () => constant.isOn,
  });
  try {
    tell(`Asking about ${grouped(stages)} stages…`);
    const asking: Asking = { product, client };
    await client.query('set statement_timeout = 0');
    const whole = await inRounds({ ...asking, duckdb, postgraphile }, runs);
    const during = load();
    const each = await eachOf(asking, runs);
    const atOnce = await askedAtOnce(asking, constant);
    const fromFacts = await timesFromFacts(asking);
    const megabytes = await megabytesIn(client);
    return { stages, version, load: during, megabytes, whole, fromFacts, each, atOnce };
  } finally {
    await product.stop();
    await product.database.stop();
    await Promise.all([duckdb.stop(), postgraphile.stop()]);
    await database.stop();
  }
}

/** Each question by itself, beside its own SQL. */
async function eachOf(asking: Asking, runs: number): Promise<MeasuredSize['each']> {
  const each: MeasuredSize['each'][number][] = [];
  for (const { asked, bare } of DASHBOARD) {
    each.push({
      asked: await repeated({ warmUp: WARM_UP, runs }, () => askAnew(asking, asked)),
      bare: await repeated({ warmUp: 0, runs: SLOW_ROUNDS }, () => asking.client.query(bare)),
    });
  }
  return each;
}
