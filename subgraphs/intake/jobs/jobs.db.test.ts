import { fixedClock } from '../../../platform/config/clock';
import { testAuditSigner } from '../../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { takesAdvisoryLock } from '../load/source-lock';
import { subgraph } from '../subgraph';
import { asImport } from '../testing';
import { addImportJob, addJob, loadKeptFile } from './add-job';
import { cancelJob } from './cancel-job';
import { jobsOf, unseenJobsOf } from './listed-job';
import { openQueue } from './queue';
import { addWork, startWork } from './start-work';
import { takeNext } from './take-job';
import { hasWork, uploadsInUse, waitsForSearch } from './waiting';
import { addWatchedFile, noteFiled, unfiled } from './watched';

const clock = fixedClock('2022-01-31');
const at = clock.now();
const sha256 = 'a'.repeat(64);
const caller = {
  auditSigner: testAuditSigner,
  identity: { subject: 'ada', role: 'admin' } as never,
  clock,
  requestId: 'a request',
};
let number = 0;
const upload = () => {
  number += 1;
  return `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
};

describe('jobs', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([subgraph]);
  });
  afterAll(() => database.stop());
  beforeEach(() =>
    asImport(intake(), (transaction) =>
      transaction.query(`update intake.job set state = 'cancelled', filed_at = now(), upload = null`),
    ),
  );

  const intake = () => database.of('intake');
  const asAdmin = <Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> =>
    inTransaction(intake(), { subject: 'ada', role: 'admin' }, work);
  const hasImports = (transaction: Transaction) => hasWork(transaction, 'imports');
  const add = (name = upload()) =>
    asAdmin(async (transaction) => {
      const file = { upload: name, source: 'crm', file: 'May.csv', bytes: 3, sha256 };
      const added = await addImportJob({ transaction, ...caller, catalogue: null }, file);
      return 'job' in added ? Number(added.job.id) : null;
    });
  const audited = async () => {
    const entries = await inTransaction(intake(), { subject: 'aud', role: 'auditor' }, (transaction) =>
      transaction.query<{ said: string }>(
        `select concat_ws(' ', actor, role, action, record_id, request_id) as said from intake.audit_entry order by id`,
      ),
    );
    return entries.map(({ said }) => said);
  };
  const stateOf = async (id: number) => (await asAdmin((transaction) => jobsOf(transaction, [id])))[0]?.state;

  it('are added in one’s own name alone, and the same upload once', async () => {
    const name = upload();
    const id = await add(name);
    expect(await add(name)).toBe(id);
    expect(await audited()).toEqual([`ada admin IMPORT_SEND job/${id} a request`]);
    await expect(
      asAdmin((transaction) => addJob(transaction, { kind: 'import', askedBy: 'somebody', at })),
    ).rejects.toThrow(/row-level security/);
    for (const wrong of [{ upload: '../x' }, { sha256: 'no' }, { file: 'a\u0000' }, { bytes: 0.5 }]) {
      const file = { upload: upload(), source: 'crm', file: 'May.csv', bytes: 3, sha256, ...wrong };
      const refused = await asAdmin((transaction) =>
        addImportJob({ transaction, ...caller, catalogue: { sources: [{ name: 'crm' }] } }, file),
      );
      expect(refused.__typename).toBe('UploadUnusable');
    }
  });

  it('are worked on one by one, by one process alone', async () => {
    const [first, second] = [await add(), await add()];
    const queue = await openQueue(intake(), clock);
    expect(await openQueue(intake(), clock)).toBeNull();
    expect(await asImport(intake(), hasImports)).toBe(false);
    const begun = await queue?.next();
    expect([begun?.id, begun?.attempt]).toEqual([first, 1]);
    if (!queue || !begun) throw new Error('There is no queue');
    expect(await queue.far(begun, { done: 5, expected: null })).toBe('on');
    // Whoever works on an attempt that is no longer the last changes nothing.
    expect(await queue.far({ ...begun, attempt: 0 }, { done: 9, expected: null })).toBe('lost');
    await queue.putBack(begun);
    expect(await stateOf(begun.id)).toBe('waiting');
    expect(await queue.next(['crm'])).toBeNull();
    expect((await queue.next(['another']))?.id).toBe(first);
    await queue.end({ ...begun, attempt: 1 }, { state: 'done' });
    expect(await stateOf(begun.id)).toBe('done');
    expect((await queue.next())?.id).toBe(second);
    await queue.close();
    expect(await asImport(intake(), hasImports)).toBe(true);
  }, 20_000);

  it('are cancelled before they record, and never after: the row decides', async () => {
    const id = (await add()) ?? 0;
    const queue = await openQueue(intake(), clock);
    const begun = await queue?.next();
    if (!queue || !begun) throw new Error('There is no queue');
    const cancel = () => asAdmin((transaction) => cancelJob({ transaction, ...caller }, id));
    for (let times = 0; times < 2; times += 1) expect((await cancel()).__typename).toBe('JobCancelled');
    expect((await audited()).filter((said) => said.includes(`job/${id} `))).toEqual([
      `ada admin IMPORT_SEND job/${id} a request`,
      `ada admin JOB_CANCEL job/${id} a request`,
    ]);
    expect(await queue.beginRecording(begun)).toBe('cancelled');
    await queue.end(begun, { state: 'cancelled' });
    const next = (await add()) ?? 0;
    const other = await queue.next();
    if (!other) throw new Error('There is no job');
    expect(await queue.beginRecording(other)).toBe('on');
    const late = await asAdmin((transaction) => cancelJob({ transaction, ...caller }, next));
    expect(late.__typename).toBe('TooLateToCancel');
    expect((await audited()).at(-1)).toBe(`ada admin IMPORT_SEND job/${next} a request`);
    await queue.close();
  });

  it('keep their file as long as it is wanted, and hand it over once', async () => {
    const name = upload();
    const id = (await add(name)) ?? 0;
    const inUse = async () =>
      (await asImport(intake(), (transaction) => uploadsInUse(transaction, at))).has(name);
    expect(await inUse()).toBe(true);
    const end = (keptUntil: Date) =>
      asImport(intake(), (transaction) =>
        transaction.query(`update intake.job set state = 'failed', kept_until = $2 where id = $1`, [
          id,
          keptUntil,
        ]),
      );
    await end(at);
    expect(await inUse()).toBe(false);
    const load = () => asAdmin((transaction) => loadKeptFile({ transaction, ...caller }, id));
    expect((await load()).__typename).toBe('FileGone');
    await end(new Date(at.getTime() + 1_000));
    expect(await inUse()).toBe(true);
    const loaded = await load();
    expect(await load()).toEqual(loaded);
    expect((await audited()).at(-1)).toBe(
      `ada admin IMPORT_START job/${'job' in loaded ? loaded.job.id : null} a request`,
    );
    expect(await inUse()).toBe(true);
  });

  it('of which the process was killed wait again, and are given up in the end', async () => {
    const id = (await add()) ?? 0;
    const kill = (attempts: number) =>
      asImport(intake(), (transaction) =>
        transaction.query(`update intake.job set state = 'working', attempts = $2 where id = $1`, [
          id,
          attempts,
        ]),
      );
    for (const [attempts, state] of [
      [1, 'waiting'],
      [5, 'failed'],
    ] as const) {
      await kill(attempts);
      await (await openQueue(intake(), clock))?.close();
      expect(await stateOf(id)).toBe(state);
    }
    expect(
      (await asAdmin((transaction) => unseenJobsOf(transaction, 'ada'))).map((job) => Number(job.id)),
    ).toContain(id);
    expect(
      await asImport(intake(), (transaction) =>
        takeNext(transaction, { kinds: ['import'], at, besides: [] }),
      ),
    ).toBeNull();
    expect(takesAdvisoryLock).toBeDefined();
  });

  it('of the watched folder are one for each file, and none for what was loaded before', async () => {
    const file = { source: 'crm', watched: 'crm/May.csv', file: 'May.csv', bytes: 3, sha256, at };
    const take = (given: object = {}) =>
      asImport(intake(), (transaction) =>
        addWatchedFile(transaction, { ...file, upload: upload(), ...given }),
      );
    expect(await take()).toBe('taken');
    expect(await take()).toBe('not taken');
    expect(await take({ watched: 'crm/again.csv' })).toBe('not taken');
    const jobs = await asImport(intake(), unfiled);
    expect(jobs.map(({ watched, state }) => [watched, state])).toEqual([
      ['crm/May.csv', 'waiting'],
      ['crm/again.csv', 'done'],
    ]);
    expect(jobs[1]?.message).toMatch(/loaded before \(job \d+, which is under way\)/);
    for (const { id } of jobs) await asImport(intake(), (transaction) => noteFiled(transaction, id, at));
    expect(await asImport(intake(), unfiled)).toEqual([]);
  });

  it('of one kind wait once, whoever asks and however many at the same time', async () => {
    const start = () => asAdmin((transaction) => startWork({ transaction, ...caller }, 'rebuild'));
    const started = await Promise.all([start(), start(), start()]);
    const kinds = started.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual(['JobAdded', 'WorkUnderWay', 'WorkUnderWay']);
    const [id, ...others] = [...new Set(started.map(({ job }) => Number(job.id)))];
    expect(others).toEqual([]);
    expect((await audited()).at(-1)).toBe(`ada admin JOB_START job/${id} a request`);
    await asImport(intake(), (transaction) => addWork(transaction, 'rebuild', at));
    const queue = await openQueue(intake(), clock, 'rebuild');
    expect((await queue?.next())?.id).toBe(id);
    expect(await queue?.next()).toBeNull();
    await queue?.close();
    // Each lane is by itself.
    expect(await asImport(intake(), (transaction) => hasWork(transaction, 'rebuild'))).toBe(true);
    expect(await asImport(intake(), hasImports)).toBe(false);
  });

  it('that were searches do not begin again by themselves once cancelled, until something else is imported', async () => {
    const waits = () => asImport(intake(), waitsForSearch);
    const load = () =>
      asImport(intake(), (transaction) =>
        transaction.query(
          `insert into intake.import_run (id, source, file, kind, state, started_at, read, loaded, copies, left_out, quarantined)
           select coalesce(max(id), 0) + 1, 'crm', 'May.csv', 'file', 'loaded', now(), 0, 0, 0, 0, 0 from intake.import_run`,
        ),
      );
    await load();
    expect(await waits()).toBe(true);
    await asImport(intake(), (transaction) => addWork(transaction, 'search', at));
    const found = await asAdmin((transaction) => startWork({ transaction, ...caller }, 'search'));
    expect(found.__typename).toBe('WorkUnderWay');
    await asAdmin((transaction) => cancelJob({ transaction, ...caller }, Number(found.job.id)));
    expect(await waits()).toBe(false);
    await load();
    expect(await waits()).toBe(true);
  });
});
