import { fixedClock } from '../../../platform/config/clock';
import { readBeginning } from '../../../platform/lists/list';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { openLoad } from '../load/open-load';
import { subgraph } from '../subgraph';
import { type Caller, loadRows, type ServedIntake, serveIntake, takenRow, withSettings } from '../testing';
import { COVERAGE_DECISIONS } from './decisions';
import { coverageKeeper } from './keep-coverage';

const lineOf = (recordedFrom: string, recordedTo: string | null = null) => ({
  ...{ stream: 'CORPORATE', measure: 'direct_to_stage_2', granularity: 'day' as const },
  ...{ recordedFrom, recordedTo },
});
const DECIDED = { decidedBy: 'ada', decidedAt: '2022-01-31T12:00:00.000Z' };

let database: TestDatabase;
let served: ServedIntake;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  served = await serveIntake(database.of('intake'), { subject: 'ada' });
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

const importing = (work: 'keep' | 'remove', record: object) =>
  inTransaction<unknown>(database.of('intake'), { subject: 'import', role: 'import' }, (transaction) =>
    coverageKeeper[work](transaction, { authority: 'stockport', batch: [{ ordinal: 1, record }] }),
  );
const keep = (record: object) => importing('keep', record);
const RESULT = `__typename ... on CoverageDecision { stream name from isRetracted reason decidedBy decidedAt }
  ... on Refusal { code message }`;
const decide = async (
  field: string,
  from: string,
  { reason = 'A mistake', name = ' Direct_to_stage_2' } = {},
) => {
  const args = `stream: CORPORATE, name: "${name}", from: "${from}", reason: "${reason}"`;
  const { data, errors } = await served.ask(`mutation { done: ${field}(${args}) { ${RESULT} } }`);
  expect(errors).toBeUndefined();
  return (data as { done: object }).done;
};
const retract = (from: string, given = {}) => decide('retractCoverage', from, given);
const restore = (from: string, given = {}) => decide('restoreCoverage', from, given);
const told = async (from: string) => {
  const rows = await withSettings(database.of('outbox_reader'), { role: 'courier' }, (runner) =>
    runner.query('select version::int, payload from intake.outbox where subject = $1 order by xid, id', [
      `CORPORATE/direct_to_stage_2/${from}`,
    ]),
  );
  return rows.map(
    ({ version, payload }: { version: number; payload: { takenBack?: true; recordedTo: string } }) => [
      version,
      payload.takenBack ?? false,
      payload.recordedTo,
    ],
  );
};
const audited = async () =>
  (
    await withSettings(database.of('intake'), { role: 'auditor' }, (runner) =>
      runner.query('select action, record_id from intake.audit_entry order by id'),
    )
  ).map(({ action, record_id }: { action: string; record_id: string }) => `${action} ${record_id}`);

describe('a line of the coverage list', () => {
  it('is retracted by itself, restored as it was, and told of each time', async () => {
    await keep(lineOf('2021-04-01', '2022-03-31'));
    const decision = { stream: 'CORPORATE', name: 'direct_to_stage_2', from: '2021-04-01', ...DECIDED };
    expect(await retract('2021-04-01')).toEqual({
      ...{ __typename: 'CoverageDecision', ...decision, isRetracted: true, reason: 'A mistake' },
    });
    expect(await restore('2021-04-01', { reason: ' It was right ' })).toMatchObject({
      ...{ isRetracted: false, reason: 'It was right' },
    });
    expect(await told('2021-04-01')).toEqual([
      [1, false, '2022-03-31'],
      [2, true, '2022-03-31'],
      [3, false, '2022-03-31'],
    ]);
    expect((await audited()).slice(-2)).toEqual([
      'COVERAGE_RETRACT CORPORATE/direct_to_stage_2/2021-04-01',
      'COVERAGE_RESTORE CORPORATE/direct_to_stage_2/2021-04-01',
    ]);
  });

  it('is decided on once, by two at the same time too', async () => {
    await keep(lineOf('2019-04-01'));
    const before = (await audited()).length;
    const [one, other] = await Promise.all([retract('2019-04-01'), retract('2019-04-01')]);
    expect(one).toEqual(other);
    expect(await retract('2019-04-01', { reason: 'Again' })).toEqual(one);
    expect(await told('2019-04-01')).toHaveLength(2);
    expect(await audited()).toHaveLength(before + 1);
  });

  it('stays retracted while the list says the same of it, and holds when it says something else', async () => {
    await keep(lineOf('2018-04-01'));
    await retract('2018-04-01');
    await keep(lineOf('2018-04-01'));
    expect(await told('2018-04-01')).toHaveLength(2);
    await keep(lineOf('2018-04-01', '2019-03-31'));
    expect((await told('2018-04-01')).at(-1)).toEqual([3, false, '2019-03-31']);
    expect(await restore('2018-04-01')).toMatchObject({ code: 'COVERAGE_LINE_NOT_FOUND' });
  });

  it('is not restored where its import was undone', async () => {
    await keep(lineOf('2017-04-01'));
    await retract('2017-04-01');
    await importing('remove', lineOf('2017-04-01'));
    expect(await restore('2017-04-01')).toMatchObject({ code: 'COVERAGE_LINE_NOT_FOUND' });
    expect(await retract('2017-04-01')).toMatchObject({ code: 'COVERAGE_LINE_NOT_FOUND' });
    await keep(lineOf('2017-04-01'));
    expect((await told('2017-04-01')).at(-1)?.[1]).toBe(false);
  });

  it.each([
    ['no line holds', () => retract('2016-04-01'), 'COVERAGE_LINE_NOT_FOUND', 'No line of the list holds'],
    [
      'of another name',
      () => retract('2021-04-01', { name: 'received' }),
      'COVERAGE_LINE_NOT_FOUND',
      'received',
    ],
    ['none is retracted', () => restore('2016-04-01'), 'COVERAGE_LINE_NOT_FOUND', 'No line is retracted'],
    ['no reason is given', () => retract('2021-04-01', { reason: ' ' }), 'REASON_UNUSABLE', 'Say why'],
  ])('is refused where %s', async (_what, decideSo, code, words) => {
    expect(await decideSo()).toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('is no line of a day that is none', async () => {
    const { errors } = await served.ask(
      'mutation { retractCoverage(stream: CORPORATE, name: "a", from: "2021-02-30", reason: "b") { __typename } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each<Caller['role']>(['analyst', 'manager', 'officer', 'partner', 'auditor'])(
    'is retracted by no %s',
    async (role) => {
      const before = await told('2021-04-01');
      const mutation =
        'retractCoverage(stream: CORPORATE, name: "direct_to_stage_2", from: "2021-04-01", reason: "b")';
      const { data } = await served.ask(`mutation { done: ${mutation} { __typename } }`, { role });
      expect((data as { done: { __typename: string } | null } | null)?.done?.__typename).not.toBe(
        'CoverageDecision',
      );
      expect(await told('2021-04-01')).toEqual(before);
    },
  );

  it('is listed with what was decided on it, the newest first', async () => {
    const { data } = await served.ask('{ list: coverageDecisions(first: 2) { from isRetracted decidedBy } }');
    expect((data as { list: object[] }).list).toHaveLength(2);
    const hidden = inTransaction(database.of('intake'), { subject: 'olu', role: 'officer' }, (transaction) =>
      readBeginning({ transaction }, COVERAGE_DECISIONS, 10),
    );
    expect(await hidden).toEqual([]);
    const { errors } = await served.ask('{ coverageDecisions(first: 0) { from } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('that the newest list no longer has is told as vanished until it is retracted', async () => {
    const row = (from: string) => ({
      ...takenRow({ identity: `CORPORATE/direct_to_stage_2/${from}`, keeper: 'coverage' }),
      contentHash: from,
    });
    const rows = ['2014-04-01', '2015-04-01'];
    await loadRows(database.of('intake'), { source: 'coverage', rows: rows.map(row) });
    for (const from of rows) await keep(lineOf(from));
    await loadRows(database.of('intake'), { source: 'coverage', rows: rows.slice(0, 1).map(row) });
    const vanished = async () => {
      const { data, errors } = await served.ask(
        '{ vanishedRecords { totalCount edges { node { record } } } }',
      );
      expect(errors).toBeUndefined();
      return (data as { vanishedRecords: { totalCount: number } }).vanishedRecords.totalCount;
    };
    expect(await vanished()).toBe(1);
    await retract('2015-04-01');
    expect(await vanished()).toBe(0);
    /** What a try of the same file, and then its load, say is missing. */
    const again = async () => {
      const same = rows.slice(0, 1).map(row);
      const opening = { source: 'coverage', clock: fixedClock('2022-01-31'), amendmentId: null };
      const load = await openLoad(database.of('intake'), { ...opening, dryRun: true, file: '/coverage.csv' });
      await load.stageRows(same);
      await load.classify();
      const { count } = await load.missing(5);
      await load.end();
      await loadRows(database.of('intake'), { source: 'coverage', rows: same });
      const [run] = await withSettings(database.of('intake'), { role: 'admin' }, (runner) =>
        runner.query('select vanished from intake.import_run order by id desc limit 1'),
      );
      return [count, run.vanished];
    };
    expect(await again()).toEqual([0, 0]);
    await restore('2015-04-01');
    expect(await vanished()).toBe(1);
    expect(await again()).toEqual([1, 1]);
  });
});
