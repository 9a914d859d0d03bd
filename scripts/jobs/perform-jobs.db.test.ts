import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { hasWork, openLoad } from '../../subgraphs/intake/subgraph';
import { ROOT } from '../product/root';
import { startTestProduct, type TestProduct } from '../testing/test-product';
import { performJobs } from './perform-jobs';

const EXTRACT = path.join(ROOT, 'demo', 'extracts', 'corporate-crm.csv');

/** Five rows of a system: three to be loaded, one that is no complaint, one that cannot be placed in time. */
async function fiveRows(): Promise<string> {
  const [head] = (await readFile(EXTRACT, 'utf8')).split(/\r?\n/);
  const row = (reference: number, { kind = 'Corporate Complaint', received = '03/05/2024 09:09' } = {}) =>
    `10000000${reference},${kind},1,,,${received},07/05/2024 10:00,20/05/2024,10/05/2024 10:16,Closed,Upheld,Services to Place,Greenspace,Delay,In person,,,,,Ms,Test,Person,test.person@example.org,SK1 1AA,Made up.,12/05/2024 10:00`;
  const rows = [row(1), row(2), row(3), row(4, { kind: 'Compliment' }), row(5, { received: 'unknown' })];
  return [head, ...rows, ''].join('\r\n');
}

const JOB = `
  id kind state source file refusal message canBeCancelled fileKeptUntil
  outcome { read loaded copies leftOut quarantined notes faults { code count first { line } } leftOutFor { name count } }
  import { id state file loaded }`;

interface Job {
  readonly id: string;
  readonly state: string;
  readonly message: string | null;
  readonly refusal: string | null;
  readonly fileKeptUntil: string | null;
  readonly outcome: { read: number; loaded: number; copies: number; faults: object[] } | null;
  readonly import: { id: string; state: string; file: string; loaded: number } | null;
}

describe('the jobs that wait', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
  }, 120_000);
  afterAll(() => product?.stop());

  const send = async (body: BodyInit, place = 'corporate-crm?file=May.csv'): Promise<string> => {
    const response = await fetch(`${product.url}/imports/${place}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await product.token('admin')}`, 'content-type': 'text/csv' },
      body,
    });
    expect(response.status).toBe(202);
    return ((await response.json()) as { id: string }).id;
  };
  const perform = () => performJobs(product);
  const jobOf = async (id: string): Promise<Job> => {
    const { data, errors } = await product.ask<{ job: Job }>('admin', `{ job(id: "${id}") { ${JOB} } }`);
    expect(errors).toBeUndefined();
    return data.job;
  };
  const change = async (mutation: string) => {
    const { data } = await product.ask<{ done: { __typename: string; job?: { id: string } } }>(
      'admin',
      `mutation { done: ${mutation} }`,
    );
    return data.done;
  };
  const spooled = () => readdir(product.settings.imports.spoolFolder);
  const waits = () =>
    inTransaction(product.schemas.of('intake'), IMPORT_SCOPE, (transaction) =>
      hasWork(transaction, 'imports'),
    );
  const setJob = (sql: string, values: readonly unknown[]) =>
    inTransaction(product.schemas.of('intake'), IMPORT_SCOPE, (transaction) =>
      transaction.query(sql, values),
    );

  it('are seen by admins alone', async () => {
    for (const role of ['analyst', 'officer', 'auditor'])
      expect((await product.ask(role, '{ jobs { totalCount } }')).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
    expect((await product.ask(null, '{ jobs { totalCount } }')).status).toBe(401);
  });

  it('rehearse a file, load it without another upload, and load nothing twice', async () => {
    const rehearsed = await send(await fiveRows(), 'corporate-crm?dryRun=true&file=May.csv');
    expect(await jobOf(rehearsed)).toMatchObject({ state: 'WAITING', canBeCancelled: true });
    expect(await waits()).toBe(true);
    expect(await perform()).toBe(1);
    expect(await waits()).toBe(false);
    const dry = await jobOf(rehearsed);
    expect(dry).toMatchObject({
      state: 'DONE',
      kind: 'DRY_RUN',
      import: null,
      outcome: { read: 5, loaded: 3 },
    });
    expect(dry.outcome?.faults[0]).toMatchObject({
      first: expect.arrayContaining([{ line: expect.any(Number) }]),
    });

    const load = await change(
      `loadKeptFile(id: "${rehearsed}") { __typename ... on JobAdded { job { id } } }`,
    );
    const again = await change(
      `loadKeptFile(id: "${rehearsed}") { __typename ... on JobAdded { job { id } } }`,
    );
    expect(again).toEqual(load);
    expect(await perform()).toBe(1);
    const loaded = await jobOf(load.job?.id ?? '');
    expect(loaded).toMatchObject({
      ...{ state: 'DONE', kind: 'IMPORT', outcome: { read: 5, loaded: 3, leftOut: 1, quarantined: 1 } },
      import: { state: 'LOADED', file: 'May.csv', loaded: 3 },
    });
    expect(await spooled()).toEqual([]);

    const second = await send(await fiveRows());
    await perform();
    expect((await jobOf(second)).outcome).toMatchObject({ loaded: 0, copies: 3 });
  });

  it('say of a file that is no extract what it is and what to do', async () => {
    const id = await send('<html><body>Sign in</body></html>');
    await perform();
    const { state, refusal, message } = await jobOf(id);
    expect({ state, refusal }).toEqual({ state: 'REFUSED', refusal: 'WRONG_FORMAT' });
    expect(message).toMatch(/web page|HTML/i);
    expect(await spooled()).toEqual([]);
  });

  it('of another source do not wait for one that is busy, and those of one come one after another', async () => {
    const { clock } = product.settings;
    const made = { source: 'corporate-crm', file: 'another way.csv', dryRun: true, amendmentId: null };
    const elsewhere = await openLoad(product.schemas.of('intake'), { ...made, clock });
    const [busy, after] = [await send(await fiveRows()), await send(await fiveRows())];
    const extract = await readFile(path.join(ROOT, 'demo', 'extracts', 'adults-social-care.csv'));
    const adults = await send(extract, 'adults');
    const performing = perform();
    while (['WAITING', 'WORKING'].includes((await jobOf(adults)).state)) await delay(100);
    expect(await jobOf(adults)).toMatchObject({ state: 'DONE', message: null });
    expect((await jobOf(busy)).state).not.toBe('DONE');
    expect((await jobOf(after)).state).toBe('WAITING');
    await elsewhere.end();
    expect(await performing).toBe(3);
    expect((await jobOf(busy)).state).toBe('DONE');
    expect((await jobOf(after)).state).toBe('DONE');
  }, 60_000);

  it('are cancelled while they wait, and leave nothing', async () => {
    const id = await send(await fiveRows());
    expect((await change(`cancelJob(id: "${id}") { __typename }`)).__typename).toBe('JobCancelled');
    expect((await change(`cancelJob(id: "${id}") { __typename }`)).__typename).toBe('JobCancelled');
    expect(await perform()).toBe(0);
    expect(await jobOf(id)).toMatchObject({ state: 'CANCELLED', canBeCancelled: false, import: null });
    expect((await change(`cancelJob(id: "none") { __typename }`)).__typename).toBe('JobNotFound');
  });

  it('are cancelled before they record, and told when it is too late', async () => {
    const id = await send(await fiveRows());
    await setJob(`update intake.job set state = 'working', is_recording = true where id = $1`, [id]);
    expect((await change(`cancelJob(id: "${id}") { __typename }`)).__typename).toBe('TooLateToCancel');
    await setJob('update intake.job set is_recording = false where id = $1', [id]);
    expect((await change(`cancelJob(id: "${id}") { __typename }`)).__typename).toBe('JobCancelled');
    expect((await jobOf(id)).state).toBe('CANCELLING');
    expect(await perform()).toBe(0);
    expect((await jobOf(id)).state).toBe('CANCELLED');
  });

  it('are taken up again when their process was killed, and given up after five times', async () => {
    const id = await send(await fiveRows());
    await setJob(`update intake.job set state = 'working', attempts = 1 where id = $1`, [id]);
    expect(await waits()).toBe(true);
    expect(await perform()).toBe(1);
    expect((await jobOf(id)).state).toBe('DONE');
    const killed = await send(await fiveRows());
    await setJob(`update intake.job set state = 'working', attempts = 5 where id = $1`, [killed]);
    expect(await perform()).toBe(0);
    expect(await jobOf(killed)).toMatchObject({ state: 'FAILED', refusal: 'GIVEN_UP' });
  });

  it('say what was loaded though their process was killed after it', async () => {
    const id = await send(await fiveRows());
    await perform();
    const { outcome } = await jobOf(id);
    await setJob(`update intake.job set state = 'working', outcome = null where id = $1`, [id]);
    expect(await perform()).toBe(0);
    expect(await jobOf(id)).toMatchObject({
      state: 'DONE',
      outcome: { read: outcome?.read, copies: outcome?.copies },
    });
  });

  it('have an undo among them, as its decision stands', async () => {
    const { data } = await product.ask<{ jobs: { edges: { node: Job }[] } }>(
      'admin',
      `{ jobs(underWay: false) { totalCount edges { node { ${JOB} } } } }`,
    );
    const runs = data.jobs.edges.flatMap(({ node }) =>
      node.import?.state === 'LOADED' ? [node.import] : [],
    );
    await change(`undoImport(id: "${runs[0]?.id}", reason: "A rehearsal") { __typename }`);
    const newest = async () => {
      const answer = await product.ask<{ jobs: { edges: { node: Job }[] } }>(
        'admin',
        `{ jobs(first: 1) { edges { node { ${JOB} } } } }`,
      );
      return answer.data.jobs.edges[0]?.node;
    };
    expect(await newest()).toMatchObject({ kind: 'UNDO', state: 'WAITING', canBeCancelled: true });
    await product.carryOut();
    expect(await newest()).toMatchObject({ kind: 'UNDO', state: 'DONE', import: { state: 'UNDONE' } });
  });

  it('are told to the one who asked until they have looked', async () => {
    const unseen = async () =>
      (await product.ask<{ unseenJobs: { id: string }[] }>('admin', '{ unseenJobs { id } }')).data.unseenJobs;
    const [first] = await unseen();
    await change(`seeJob(id: "${first?.id}") { __typename }`);
    expect((await unseen()).map(({ id }) => id)).not.toContain(first?.id);
  });
});
