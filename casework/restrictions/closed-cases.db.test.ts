import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import { recordHistory } from '../records/record-history';
import { account, historicStage } from '../records/testing';
import { complaintIdFor, historicStageId } from '../stages/ids';
import { restrictionFunctions } from './functions';
import { RESTRICTION_TABLES } from './policies';

/** The database alone: its login asks it, with no part and no gateway between. */
const SCHEMA = 'adults';
const stageOf = (key: string) => historicStageId({ stream: SCHEMA, source: 'adults', key });
const idOf = (key: string) => complaintIdFor(stageOf(key));
const [CLOSED, MOVED] = [idOf('1'), idOf('3')];

type Settings = Readonly<Record<string, string>>;
const officer = (subject: string): Settings => ({ subject, role: 'officer', streams: 'adults,schools' });
const admin: Settings = { subject: 'ada', role: 'admin' };
const auditor: Settings = { subject: 'aud', role: 'auditor' };
const manager: Settings = { subject: 'mark', role: 'manager', services: 'care' };
const key: Settings = { ...officer('olu'), credential: 'key' };

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([adults]);
  const target = { dataSource: database.of(SCHEMA), stream: adults.stream, authority: 'stockport' };
  await recordHistory(
    target,
    ['1', '2', '3'].map((reference) =>
      historicStage({
        ...{ reference, source: 'adults', service: null },
        account: account({ surname: `Madeup${reference}`, summary: 'Late again' }),
        own: { lessons: `learned ${reference}`, planAgreed: 'YES' },
      }),
    ),
  );
});
afterEach(() => database.stop());

const as = <Row>(settings: Settings, sql: string, parameters: unknown[] = []): Promise<Row[]> =>
  withSettings(database.of(SCHEMA), settings, (runner) => runner.query(sql, parameters));
/** Kept, unlike what `as` does. */
async function doAs(settings: Settings, sql: string, parameters: unknown[] = []): Promise<unknown> {
  const runner = database.of(SCHEMA).createQueryRunner();
  await runner.startTransaction();
  try {
    for (const [name, value] of Object.entries(settings))
      await runner.query(`select set_config('scope.' || $1, $2, true)`, [name, value]);
    const result = await runner.query(sql, parameters);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

const RESTRICT = `insert into adults.restriction (id, complaint_id, stage_ids, kind, reason, named, version, restricted_by, restricted_at)
  values ($1, $2, $3, 'SAFEGUARDING', 'x', $4, 1, $5, now())`;
const restrict = (by: Settings, named: string[], id = CLOSED, stage = stageOf('1')) =>
  doAs(by, RESTRICT, [`r-${id}`, id, [stage], named, by.subject]);
const conflict = (by: Settings, subject: string, id = CLOSED) =>
  doAs(
    by,
    `insert into adults.conflict_of_interest (id, complaint_id, stage_ids, subject, kind, reason, recorded_by, recorded_at)
     values ($1, $2, $3, $4, 'RECORDED', 'x', $5, now())`,
    [`c-${subject}`, id, [stageOf('1')], subject, by.subject],
  );
const open = (by: Settings, { id = CLOSED, minutes = 60, subject = by.subject } = {}) =>
  doAs(
    by,
    `insert into adults.case_opening (id, complaint_id, opened_by, reason, opened_at, expires_at)
     values ($1, $2, $3, 'x', now(), now() + make_interval(mins => $4))`,
    [`o-${subject}`, id, subject, minutes],
  );

/** Whose names somebody reads, by account, by what the stream alone keeps, and by words. */
async function read(settings: Settings): Promise<string[]> {
  const accounts = await as<{ surname: string }>(settings, 'select surname from adults.account order by 1');
  const own = await as<{ lessons: string }>(settings, 'select lessons from adults.stage_lessons order by 1');
  expect(own.map(({ lessons }) => lessons.slice(-1))).toEqual(
    accounts.map(({ surname }) => surname.slice(-1)),
  );
  const found = await as<{ stage_id: string }>(
    settings,
    `select stage_id from adults.search_accounts('late', null, null, 50)`,
  );
  const isOfficer = settings.role === 'officer' && settings.credential === undefined;
  if (isOfficer) expect(found).toHaveLength(accounts.length);
  return accounts.map(({ surname }) => surname.slice(-1));
}

describe('the people of a restricted case, as the database shows them', () => {
  it('are read by nobody but those named, however cleared, and the others as before', async () => {
    expect([await read(officer('olu')), await read(officer('cora'))]).toEqual([
      ['1', '2', '3'],
      ['1', '2', '3'],
    ]);
    await restrict(officer('olu'), ['olu']);
    expect([await read(officer('olu')), await read(officer('cora'))]).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
    ]);
    // Who is named needs the clearance all the same.
    expect(await read({ ...officer('olu'), streams: 'schools' })).toEqual([]);
    for (const settings of [admin, auditor, key, { ...admin, subject: 'olu' }])
      expect(await read(settings)).toEqual([]);
    expect(await read({ subject: 'import', role: 'import' })).toEqual(['1', '2', '3']);
  });

  it('are found by no word, page by page, as if there were none', async () => {
    await restrict(admin, []);
    const page = (settings: Settings) =>
      as<{ stage_id: string }>(
        settings,
        `select stage_id from adults.search_accounts('late', null, null, 2)`,
      );
    expect(await page(officer('olu'))).toHaveLength(2);
    expect(
      await as(officer('olu'), `select from adults.search_accounts('madeup1', null, null, 50)`),
    ).toHaveLength(0);
  });

  it('stay closed where an import joins its stages to another complaint', async () => {
    await restrict(admin, []);
    await doAs(
      { subject: 'import', role: 'import' },
      'update adults.stage set complaint_id = $1 where id = $2',
      [MOVED, stageOf('1')],
    );
    expect(await read(officer('olu'))).toEqual(['2']);
    const [told] = await as<{ ids: string[] }>(
      officer('olu'),
      'select adults.restricted_complaints() as ids',
    );
    expect([...(told?.ids ?? [])].sort()).toEqual([CLOSED, MOVED].sort());
  });

  it('are closed to whom a conflict stands in the way of, named or not, and by no opening', async () => {
    await conflict(officer('cora'), 'olu');
    expect([await read(officer('olu')), await read(officer('cora'))]).toEqual([
      ['2', '3'],
      ['1', '2', '3'],
    ]);
    await restrict(admin, ['olu']);
    expect(await read(officer('olu'))).toEqual(['2', '3']);
    await expect(open(officer('olu'))).rejects.toThrow('row-level security');
  });

  it('are open for a time to whoever is cleared and opened it, until it ends', async () => {
    await restrict(admin, []);
    await open(officer('cora'));
    expect([await read(officer('cora')), await read(officer('olu'))]).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
    ]);
    await doAs(officer('cora'), `update adults.case_opening set ended_by = 'cora', ended_at = now()`);
    expect(await read(officer('cora'))).toEqual(['2', '3']);
    await open({ ...officer('olu') }, { minutes: -1 });
    expect(await read(officer('olu'))).toEqual(['2', '3']);
  });

  it('are written by nobody whom they are closed to', async () => {
    await restrict(admin, ['cora']);
    const commands = (subject: string): Settings => ({ ...officer(subject), command: 'x' });
    const insert = `insert into adults.account (stage_id, surname) values ($1, 'Other')`;
    await expect(as(commands('olu'), insert, [stageOf('1')])).rejects.toThrow('row-level security');
  });
});

describe('restrictions in the database', () => {
  const rowsOf = async (settings: Settings) => {
    const counts: number[] = [];
    for (const table of RESTRICTION_TABLES)
      counts.push((await as(settings, `select from adults.${table}`)).length);
    return counts;
  };

  it('are seen by administrators, and of officers by those named and who wrote them', async () => {
    await conflict(officer('olu'), 'dan');
    await restrict(officer('olu'), ['cora']);
    await open(officer('olu'));
    expect(await rowsOf(admin)).toEqual([1, 1, 1]);
    expect(await rowsOf(auditor)).toEqual([0, 0, 1]);
    expect(await rowsOf(officer('cora'))).toEqual([1, 1, 0]);
    expect(await rowsOf(officer('eve'))).toEqual([0, 0, 0]);
    expect(await rowsOf(officer('olu'))).toEqual([1, 1, 1]);
    for (const settings of [manager, {}, { ...officer('cora'), streams: 'schools' }, { role: 'admin' }])
      expect((await rowsOf(settings)).slice(0, 2)).toEqual([0, 0]);
  });

  it('are hidden from the one whom the complaint is about, an administrator too', async () => {
    await conflict(officer('olu'), 'ada');
    await restrict(officer('olu'), ['olu', 'ada']);
    await open(officer('cora'));
    expect(await rowsOf(admin)).toEqual([0, 0, 0]);
    expect(await rowsOf({ ...admin, subject: 'ann' })).toEqual([1, 1, 1]);
    await expect(restrict(admin, [], CLOSED)).rejects.toThrow('row-level security');
  });

  it.each([
    ['an officer cleared for others', { ...officer('olu'), streams: 'schools' }],
    ['a manager', manager],
    ['an auditor', auditor],
    ['a key of an officer', key],
    ['a key of an administrator', { ...admin, credential: 'key' }],
    ['nobody', {}],
    ['a subject alone', { subject: 'olu' }],
  ])('are written by no one but administrators and officers cleared: %s', async (_, settings: Settings) => {
    const by = { subject: '', ...settings };
    for (const write of [restrict(by, []), conflict(by, 'dan')])
      await expect(write).rejects.toThrow('row-level security');
    await restrict(admin, []);
    await expect(open(by)).rejects.toThrow('row-level security');
  });

  it('are written in nobody else’s name', async () => {
    const other = { ...officer('olu') };
    await expect(doAs(other, RESTRICT, ['r', CLOSED, [], [], 'cora'])).rejects.toThrow('row-level security');
    await expect(open(other, { subject: 'cora' })).rejects.toThrow('row-level security');
  });

  it('are changed by administrators and those named alone, and an opening lets nobody change them', async () => {
    await restrict(officer('olu'), ['cora']);
    await open(officer('olu'));
    const change = 'with done as (update adults.restriction set version = 2 returning 1) select from done';
    const may: string[] = [];
    for (const [name, settings] of Object.entries({
      olu: officer('olu'),
      cora: officer('cora'),
      admin,
      manager,
    }))
      if ((await as(settings, change)).length > 0) may.push(name);
    expect(may).toEqual(['cora', 'admin']);
    await expect(as(admin, `update adults.restriction set reason = 'y'`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('keep nobody away by the word of who opened one by a reason', async () => {
    await restrict(admin, ['cora']);
    await open(officer('olu'));
    await expect(conflict(officer('olu'), 'cora')).rejects.toThrow('row-level security');
    await conflict(officer('cora'), 'dan');
    expect((await rowsOf(officer('olu')))[1]).toBe(0);
  });

  it('are acknowledged by somebody else than opened, and opened for eight hours at most', async () => {
    await restrict(admin, []);
    await open(officer('olu'));
    const acknowledge = (by: Settings) =>
      as(by, `update adults.case_opening set acknowledged_by = $1, acknowledged_at = now()`, [by.subject]);
    await expect(acknowledge(officer('olu'))).rejects.toThrow('case_opening_told_to_another');
    await expect(acknowledge({ ...admin, subject: 'olu' })).rejects.toThrow('case_opening_told_to_another');
    await acknowledge(auditor);
    await expect(open(officer('cora'), { minutes: 481 })).rejects.toThrow('case_opening_ends');
    await expect(as(officer('olu'), 'update adults.case_opening set expires_at = now()')).rejects.toThrow(
      'permission denied',
    );
  });

  it('are shown to nobody by functions that give ids, where nobody asks', async () => {
    await restrict(admin, []);
    for (const { name } of restrictionFunctions('adults'))
      expect(await as({}, `select adults.${name} as ids`)).toEqual([{ ids: null }]);
  });
});
