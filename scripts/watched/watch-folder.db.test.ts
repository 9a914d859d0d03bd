import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openSpool } from '../../platform/files/spool';
import { createLogger } from '../../platform/logging/logger';
import { performJobs } from '../jobs/perform-jobs';
import { watchIncoming } from '../product/incoming';
import { startTestProduct, type TestProduct } from '../testing/test-product';
import { createFolderWatch } from './watch-folder';

describe('the watched folder', () => {
  let product: TestProduct;
  let folder: string;
  beforeAll(async () => {
    product = await startTestProduct();
    folder = await mkdtemp(path.join(os.tmpdir(), 'watched-'));
    await mkdir(path.join(folder, 'coverage'));
  }, 120_000);
  afterAll(async () => {
    await product?.stop();
    await rm(folder, { recursive: true });
  });

  const HEADER = 'Stream,Measure,Recorded From,Recorded To,Granularity\n';
  const watching = () =>
    createFolderWatch({
      ...{ folder, quietMillis: 0, intake: product.schemas.of('intake'), clock: product.settings.clock },
      spool: openSpool(product.settings.imports.spoolFolder),
    });
  const put = (name: string, text: string) => writeFile(path.join(folder, 'coverage', name), text);
  const namesIn = async (place: string) =>
    (await readdir(path.join(folder, 'coverage', place)).catch(() => [])).sort();

  it('loads a file once, moves it away with what became of it, and leaves what is still being written', async () => {
    const text = await readFile(path.join(__dirname, '..', '..', 'demo', 'extracts', 'coverage.csv'), 'utf8');
    await put('list.csv', text);
    await put('list.csv.part', text);
    const watch = watching();
    await watch.look();
    await watch.look();
    expect(await performJobs(product)).toBe(1);
    await watch.look();
    expect(await namesIn('done')).toEqual(['list.csv', 'list.csv.outcome.txt']);
    expect(await readFile(path.join(folder, 'coverage', 'done', 'list.csv.outcome.txt'), 'utf8')).toMatch(
      /^list\.csv as coverage: done/,
    );
    expect(await namesIn('.')).toEqual(['done', 'list.csv.part']);

    // The same content under another name is not loaded again, and says so.
    await put('again.csv', text);
    await watch.look();
    expect(await performJobs(product)).toBe(0);
    await watch.look();
    expect(await readFile(path.join(folder, 'coverage', 'done', 'again.csv.outcome.txt'), 'utf8')).toMatch(
      /loaded before \(import \d+\)/,
    );
  });

  it('loads each file once, though two processes watch it and files come all the while', async () => {
    const names = Array.from({ length: 6 }, (_, place) => `night-${place}.csv`);
    const [one, other] = [watching(), watching()];
    for (const [place, name] of names.entries()) {
      await put(name, `${HEADER}Nobody,none,2020-01-0${place + 1},,day\n`);
      await Promise.all([one.look(), other.look()]);
      if (place % 2 === 1) await performJobs(product);
      await Promise.all([other.look(), one.look()]);
    }
    expect(await namesIn('.')).toEqual(['done', 'list.csv.part', 'refused']);
    const { data } = await product.ask<{ jobs: { edges: { node: { file: string } }[] } }>(
      'admin',
      '{ jobs(first: 100) { edges { node { file } } } }',
    );
    const files = data.jobs.edges.map(({ node }) => node.file).filter((file) => file.startsWith('night-'));
    expect(files.sort()).toEqual(names);
    await rm(path.join(folder, 'coverage', 'refused'), { recursive: true });
  }, 60_000);

  it('moves what is refused apart, and says what to do', async () => {
    await put('list.csv', `${HEADER}Nobody,none,2020-01-01,,day\n`);
    await watching().look();
    await performJobs(product);
    await watching().look();
    expect(await namesIn('refused')).toEqual(['list.csv', 'list.csv.outcome.txt']);
  });

  it('loses and doubles nothing, wherever it was killed', async () => {
    await put('killed.csv', `${HEADER}x\n`);
    await watching().look();
    // Killed after the import was added: another process sees the same file, and adds none.
    await watching().look();
    const { data } = await product.ask<{ jobs: { edges: { node: { file: string } }[] } }>(
      'admin',
      '{ jobs { edges { node { file } } } }',
    );
    expect(data.jobs.edges.filter(({ node }) => node.file === 'killed.csv')).toHaveLength(1);
    await performJobs(product);
    const { settings, schemas } = product;
    const imports = { ...settings.imports, watchedFolder: folder, quietMillis: 50 };
    const incoming = watchIncoming(
      { schemas, settings: { ...settings, imports } },
      createLogger({ level: 'silent' }),
    );
    while ((await namesIn('.')).includes('killed.csv')) await delay(50);
    await incoming.stop();
  });
});
