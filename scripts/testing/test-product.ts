import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Sandbox } from '../../gateway/sandbox/sandbox';
import type { SourceName } from '../../imports/sources';
import type { Clock } from '../../platform/config/clock';
import { readSettings, type Settings } from '../../platform/config/settings';
import type { Logger } from '../../platform/logging/logger';
import { dropTestDatabase } from '../../platform/testing/database';
import { keptDatabase } from '../../platform/testing/kept-database';
import { loadSubgraphs, subgraphNames } from '../../subgraphs/registry';
import { type ImportCounts, prepareProduct, type RunningProduct, runProduct } from './running-product';

/** The day on which the tests' product stands: later than anything that is made up. */
export const TODAY = '2024-06-01';

/** The product on a database of the test's own. */
export interface TestProduct extends RunningProduct {
  readonly settings: Settings;
  /** As `load`, for a file of this text, or of these bytes. */
  loadText(source: SourceName, text: string | Buffer): Promise<ImportCounts>;
}

/** What a test's database holds before it starts, made once for all files that want the same. */
export interface KeptProduct {
  readonly key: string;
  /** Further schemas that `fill` makes. */
  readonly schemas: readonly { readonly name: string }[];
  fill(settings: Settings): Promise<void>;
}

interface TestProductOptions {
  /** The sign-in service of a site in front of the product. */
  readonly issuer?: string;
  /** Where keys of the sandbox lead. */
  readonly sandbox?: Sandbox;
  readonly kept?: KeptProduct;
  /** What it logs, for tests that read it; nothing by default. */
  readonly logger?: Logger;
  /** What it takes for the present, where time is to pass; left out, one that stands at `TODAY`. */
  readonly clock?: Clock;
  /** The day on which it stands, where that is another than `TODAY`. */
  readonly today?: string;
}

const BARE: KeptProduct = {
  key: 'the product before anything is loaded',
  schemas: [],
  fill: () => Promise.resolve(),
};

/** Starts the product on a fresh database of the run's server. Stop it in `afterAll`: the database goes with it. */
export async function startTestProduct({
  kept = BARE,
  clock,
  today = TODAY,
  ...beside
}: TestProductOptions = {}): Promise<TestProduct> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'test-product-'));
  const ownerUrl = await databaseOf(kept, directory);
  const fixed = settingsFor(directory, ownerUrl, today);
  const settings = { ...fixed, clock: clock ?? fixed.clock };
  const product = await runProduct(settings, beside);
  return {
    ...product,
    settings,
    async loadText(source, text) {
      const file = path.join(directory, `${source}.csv`);
      await writeFile(file, text);
      return product.load(source, file);
    },
    async stop() {
      await product.stop();
      await dropTestDatabase(ownerUrl);
      await rm(directory, { recursive: true });
    },
  };
}

/** A database that holds what is kept, for whoever starts something else on it. Drop it as any other. */
export const databaseOf = (kept: KeptProduct, directory: string): Promise<string> =>
  keptDatabase({
    key: kept.key,
    subgraphs: [...loadSubgraphs(), ...kept.schemas],
    async prepare(url) {
      await prepareProduct(settingsFor(directory, url));
      await kept.fill(settingsFor(directory, url));
    },
  });

const settingsFor = (directory: string, databaseUrl: string, today = TODAY): Settings =>
  readSettings(
    {
      NODE_ENV: 'test',
      DATA_DIR: directory,
      DATABASE_URL: databaseUrl,
      GATEWAY_PORT: '0',
      SITE_PORT: '0',
      TODAY: today,
    },
    { subgraphs: subgraphNames() },
  );
