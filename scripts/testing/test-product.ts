import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { SourceName } from '../../imports/sources';
import { readSettings } from '../../platform/config/settings';
import { dropTestDatabase } from '../../platform/testing/database';
import { keptDatabase } from '../../platform/testing/kept-database';
import { subgraphNames } from '../../subgraphs/registry';
import { productSubgraphs } from '../product/subgraphs';
import { type ImportCounts, prepareProduct, type RunningProduct, runProduct } from './running-product';

/** The day on which the tests' product stands: later than anything that is made up. */
export const TODAY = '2024-06-01';

/** The product on a database of the test's own. */
export interface TestProduct extends RunningProduct {
  /** As `load`, for a file of this text, or of these bytes. */
  loadText(source: SourceName, text: string | Buffer): Promise<ImportCounts>;
}

/** Starts the product on a fresh database of the run's server. Stop it in `afterAll`: the database goes with it. */
export async function startTestProduct(): Promise<TestProduct> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'test-product-'));
  const settingsFor = (databaseUrl: string) =>
    readSettings(
      { NODE_ENV: 'test', DATA_DIR: directory, DATABASE_URL: databaseUrl, GATEWAY_PORT: '0', TODAY },
      { subgraphs: subgraphNames() },
    );
  const ownerUrl = await keptDatabase({
    key: 'the product before anything is loaded',
    subgraphs: productSubgraphs(),
    prepare: (url) => prepareProduct(settingsFor(url)),
  });
  const product = await runProduct(settingsFor(ownerUrl));
  return {
    ...product,
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
