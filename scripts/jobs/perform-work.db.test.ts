import path from 'node:path';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { LoadRefused, waitsForSearch } from '../../subgraphs/intake/subgraph';
import { findDuplicatesOn } from '../import/find-duplicates-on';
import { ROOT } from '../product/root';
import { startTestProduct, type TestProduct } from '../testing/test-product';
import { CANCELLED } from './heed-job';
import { performWork } from './perform-work';
import { rebuildAll } from './rebuild-all';

const STARTED = '__typename ... on JobAdded { job { id } } ... on WorkUnderWay { code job { id } }';

interface Started {
  readonly __typename: string;
  readonly code?: string;
  readonly job: { readonly id: string };
}

describe('work that is about all that is held', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
    await product.load('corporate-crm', path.join(ROOT, 'demo', 'extracts', 'corporate-crm.csv'));
  }, 120_000);
  afterAll(() => product?.stop());

  const start = async (field: string, as: string | null = 'admin') =>
    product.ask<{ started: Started }>(as, `mutation { started: ${field} { ${STARTED} } }`);
  const cancel = (id: string) =>
    product.ask<{ done: { __typename: string } }>(
      'admin',
      `mutation { done: cancelJob(id: "${id}") { __typename } }`,
    );
  const jobOf = async (id: string) => {
    const { data } = await product.ask<{ job: Record<string, unknown> }>(
      'admin',
      `{ job(id: "${id}") { kind state askedBy message canBeCancelled cancelledBy } }`,
    );
    return data.job;
  };
  const received = async () => {
    const { data } = await product.ask<{ measures: { rows: object[] } }>(
      'analyst',
      '{ measures(by: [STREAM, FINANCIAL_YEAR]) { rows { stream financialYear received answeredInTime } } }',
    );
    return data.measures.rows;
  };
  const intake = () => product.schemas.of('intake');
  const rebuilding = (work: typeof rebuildAll = rebuildAll) =>
    performWork({ intake: intake(), clock: product.settings.clock, kind: 'rebuild' }, (heed) =>
      work(product, heed),
    );

  it.each(['startRebuild', 'startDuplicateSearch'])('%s is open to admins alone', async (field) => {
    expect((await start(field, null)).status).toBe(401);
    for (const role of ['analyst', 'officer', 'manager', 'auditor'])
      expect((await start(field, role)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is asked for once while it waits, and builds the same figures anew', async () => {
    const before = await received();
    expect(before.length).toBeGreaterThan(0);
    const { started } = (await start('startRebuild')).data;
    expect(started.__typename).toBe('JobAdded');
    expect((await start('startRebuild')).data.started).toMatchObject({
      ...{ __typename: 'WorkUnderWay', code: 'WORK_UNDER_WAY', job: started.job },
    });
    expect(await jobOf(started.job.id)).toMatchObject({
      kind: 'REBUILD',
      state: 'WAITING',
      canBeCancelled: true,
    });
    const [built] = await rebuilding();
    expect(built).toContain('Built anew: insight (facts).');
    expect(await jobOf(started.job.id)).toMatchObject({
      state: 'DONE',
      message: built,
      canBeCancelled: false,
    });
    expect(await received()).toEqual(before);
    expect(await rebuilding()).toEqual([]);
  }, 60_000);

  it('is cancelled between batches, and leaves all as it was', async () => {
    const before = await received();
    const { started } = (await start('startRebuild')).data;
    const far: object[] = [];
    const [says] = await rebuilding((on, heed) =>
      rebuildAll(on, {
        tells: (tell) => far.push(tell) && heed.tells(tell),
        check() {
          throw new LoadRefused(CANCELLED, 'Cancelled in the test');
        },
      }),
    );
    expect(says).toMatch(/whole, or is as it was/);
    expect(far).toHaveLength(1);
    expect(await jobOf(started.job.id)).toMatchObject({ state: 'CANCELLED', message: says });
    expect(await received()).toEqual(before);
    // What waits is cancelled at once, and never begun.
    const { started: waiting } = (await start('startRebuild')).data;
    for (let times = 0; times < 2; times += 1)
      expect((await cancel(waiting.job.id)).data.done.__typename).toBe('JobCancelled');
    expect(await rebuilding()).toEqual([]);
    expect(await jobOf(waiting.job.id)).toMatchObject({
      state: 'CANCELLED',
      cancelledBy: expect.any(String),
    });
  }, 60_000);

  it('says that it broke off, and may be asked for again', async () => {
    const { started } = (await start('startRebuild')).data;
    await expect(rebuilding(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await jobOf(started.job.id)).toMatchObject({
      state: 'FAILED',
      message: expect.stringMatching(/broke off/),
    });
    expect((await cancel(started.job.id)).data.done.__typename).toBe('JobEnded');
    expect((await start('startRebuild')).data.started.__typename).toBe('JobAdded');
    expect(await rebuilding()).toHaveLength(1);
  }, 60_000);

  it('searches what was asked for, and what was cancelled once somebody asks', async () => {
    const waits = () => inTransaction(intake(), IMPORT_SCOPE, waitsForSearch);
    expect(await waits()).toBe(true);
    const { started } = (await start('startDuplicateSearch')).data;
    await cancel(started.job.id);
    expect(await waits()).toBe(false);
    const { started: again } = (await start('startDuplicateSearch')).data;
    expect(await waits()).toBe(true);
    const found = await findDuplicatesOn(product);
    expect(await jobOf(again.job.id)).toMatchObject({
      ...{ kind: 'SEARCH', state: 'DONE' },
      message: found === 0 ? 'No likely duplicate is new.' : expect.stringMatching(/more\.$/),
    });
    expect(await waits()).toBe(false);
  }, 60_000);
});
