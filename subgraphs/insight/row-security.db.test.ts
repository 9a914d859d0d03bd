import type { QueryRunner } from 'typeorm';
import type { TestDatabase } from '../../platform/testing/database';
import {
  callsCounted,
  complaintChanged,
  insightDatabase,
  ombudsmanCaseChanged,
  ombudsmanCaseTakenBack,
  project,
  stage,
} from './testing/fixtures';

/** Everything is in these tables once for the council and once for a partner; two of them are the projection's own. */
const FACTS = ['stage_fact', 'complaint_fact', 'ombudsman_case_fact'] as const;
const OWN = ['contested_stage', 'complaint_gone'] as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    complaintChanged({
      id: 'corporate-a',
      stages: [stage({ id: 'corporate-stage-a', receivedOn: '2021-05-03' })],
    }),
    complaintChanged({
      id: 'corporate-b',
      stages: [stage({ id: 'corporate-stage-b', receivedOn: '2021-05-03' })],
    }),
    // Two claim the one stage: a claim waits.
    complaintChanged({
      id: 'corporate-c',
      stages: [stage({ id: 'corporate-stage-b', receivedOn: '2021-05-03' })],
    }),
    complaintChanged({ id: 'corporate-d', stages: [] }),
    ...['corporate-a', 'corporate-b'].map((complaintId) =>
      ombudsmanCaseChanged({ id: `case of ${complaintId}`, receivedOn: '2021-06-01', complaintId }),
    ),
  ]);
  await as({ role: 'projection' }, async (runner) => {
    await runner.query(`delete from insight.complaint_fact where complaint_id = 'corporate-c'`);
    for (const table of FACTS) {
      await runner.query(
        `update insight.${table} set partner = 'stockport-homes' where complaint_id = 'corporate-b'`,
      );
    }
  });
});
afterAll(() => database.stop());

/** Runs with exactly these settings, of which one that is not given is unset. */
async function as<Result>(
  settings: Record<string, string>,
  work: (runner: QueryRunner) => Promise<Result>,
): Promise<Result> {
  const runner = database.of('insight').createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  try {
    for (const [name, value] of Object.entries(settings)) {
      await runner.query('select set_config($1, $2, true)', [`scope.${name}`, value]);
    }
    const result = await work(runner);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

const visible = (settings: Record<string, string>, table: string): Promise<string[]> =>
  as(settings, async (runner) => {
    const rows = (await runner.query(`select complaint_id from insight.${table} order by 1`)) as {
      complaint_id: string;
    }[];
    return rows.map(({ complaint_id }) => complaint_id);
  });

const ALL = ['corporate-a', 'corporate-b'];
const THEIRS = ['corporate-b'];

describe.each(FACTS)('who reads %s', (table) => {
  const cases: [string, Record<string, string>, string[]][] = [
    ['an analyst', { role: 'analyst' }, ALL],
    ['a manager', { role: 'manager' }, ALL],
    ['an officer', { role: 'officer' }, ALL],
    ['an admin', { role: 'admin' }, ALL],
    ['the projection', { role: 'projection' }, ALL],
    ['an analyst, whatever the partner says', { role: 'analyst', partner: 'nobody' }, ALL],
    ['a partner', { role: 'partner', partner: 'stockport-homes', streams: 'adults,corporate' }, THEIRS],
    ['a partner of other streams', { role: 'partner', partner: 'stockport-homes', streams: 'adults' }, []],
    ['a partner of no stream', { role: 'partner', partner: 'stockport-homes' }, []],
    ['another partner', { role: 'partner', partner: 'somebody-else' }, []],
    ['a partner of none', { role: 'partner' }, []],
    ['a partner of an empty one', { role: 'partner', partner: '' }, []],
    ['a partner of garbage', { role: 'partner', partner: "' or true --" }, []],
    ['a partner’s name without the role', { partner: 'stockport-homes' }, []],
    ['a partner’s name with an empty role', { role: '', partner: 'stockport-homes' }, []],
    ['an auditor', { role: 'auditor' }, []],
    ['an auditor with a partner’s name', { role: 'auditor', partner: 'stockport-homes' }, []],
    ['the importer', { role: 'import' }, []],
    ['the seed', { role: 'seed' }, []],
    ['the courier', { role: 'courier' }, []],
    ['nobody', {}, []],
    ['an empty role', { role: '' }, []],
    ['a role of garbage', { role: 'analyst,admin' }, []],
    ['a role in another case', { role: 'ANALYST' }, []],
  ];
  it.each(cases)('%s', async (_, settings, expected) => {
    expect(await visible(settings, table)).toEqual(expected);
  });

  it('nobody, on a connection that served an analyst before', async () => {
    const runner = database.of('insight').createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction();
      await runner.query(`select set_config('scope.role', 'analyst', true)`);
      await runner.commitTransaction();
      expect(await runner.query(`select * from insight.${table}`)).toEqual([]);
    } finally {
      await runner.release();
    }
  });
});

/** Those who see all complaints are told which went. */
const TOLD = { contested_stage: [], complaint_gone: ['analyst', 'manager', 'officer', 'admin'] } as const;

describe.each(OWN)('who reads %s', (table) => {
  it('is the projection, whoever is told, and nobody else', async () => {
    const told: readonly string[] = TOLD[table];
    for (const role of ['projection', ...told])
      expect((await visible({ role }, table)).length).toBeGreaterThan(0);
    for (const role of told) expect(await visible({ role, small_numbers: '5' }, table)).toEqual([]);
    for (const role of [
      ...['analyst', 'manager', 'officer', 'admin'].filter((each) => !told.includes(each)),
      'partner',
      'auditor',
      'import',
      'seed',
      'courier',
      '',
      'garbage',
    ]) {
      expect(await visible({ role, partner: 'stockport-homes' }, table)).toEqual([]);
    }
    expect(await visible({}, table)).toEqual([]);
  });
});

describe.each([...FACTS, ...OWN])('who writes %s', (table) => {
  const strangers: [string, Record<string, string>][] = [
    ...['analyst', 'manager', 'officer', 'admin', 'auditor', 'import', 'seed', 'courier', '', 'garbage'].map(
      (role): [string, Record<string, string>] => [role || 'an empty role', { role }],
    ),
    ['a partner', { role: 'partner', partner: 'stockport-homes' }],
    ['nobody', {}],
  ];
  it.each(strangers)('not %s', async (_, settings) => {
    const copy = `insert into insight.${table} select (jsonb_populate_record(null::insight.${table}, $1)).*`;
    const [row] = await as({ role: 'projection' }, (runner) =>
      runner.query(`select * from insight.${table} limit 1`),
    );
    await expect(
      as(settings, (runner) =>
        runner.query(copy, [JSON.stringify({ ...row, complaint_id: 'new', stage_id: 'new' })]),
      ),
    ).rejects.toThrow('row-level security');
    await as(settings, (runner) => runner.query(`update insight.${table} set complaint_id = 'changed'`));
    await as(settings, (runner) => runner.query(`delete from insight.${table}`));
    expect(await visible({ role: 'projection' }, table)).toContain(row.complaint_id);
  });
});

describe('the versions of ombudsmen’s cases that were taken back', () => {
  const seen = (settings: Record<string, string>) =>
    as(settings, async (runner) => (await runner.query('select * from insight.ombudsman_case_gone')).length);

  it('are the projection’s alone', async () => {
    await project(database, [ombudsmanCaseTakenBack('ombudsman-gone', 2)]);
    for (const role of ['analyst', 'manager', 'officer', 'admin', 'partner', 'auditor', 'import', '']) {
      const settings = { role, partner: 'stockport-homes' };
      expect(await seen(settings)).toBe(0);
      await expect(
        as(settings, (runner) => runner.query(`insert into insight.ombudsman_case_gone values ('x', 1)`)),
      ).rejects.toThrow('row-level security');
      await as(settings, (runner) => runner.query('update insight.ombudsman_case_gone set version = 9'));
      await as(settings, (runner) => runner.query('delete from insight.ombudsman_case_gone'));
    }
    expect(await seen({ role: 'projection' })).toBe(1);
  });
});

describe('how many calls a day had', () => {
  const seen = (settings: Record<string, string>) =>
    as(settings, async (runner) => (await runner.query('select * from insight.call_day')).length);

  it('is read by those who see all figures, and written by the projection alone', async () => {
    await project(database, [callsCounted({ day: '2021-05-03', calls: 7 })]);
    const strangers = ['partner', 'auditor', 'import', 'seed', 'courier', '', 'garbage'];
    const readers = ['analyst', 'manager', 'officer', 'admin'];
    for (const role of [...strangers, ...readers]) {
      const settings = { role, partner: 'stockport-homes' };
      expect([role, await seen(settings)]).toEqual([role, readers.includes(role) ? 1 : 0]);
      const add = `insert into insight.call_day values ('x', '2021-05-04', 1, '[]', 1)`;
      await expect(as(settings, (runner) => runner.query(add))).rejects.toThrow('row-level security');
      await as(settings, (runner) => runner.query('update insight.call_day set calls = 9'));
      await as(settings, (runner) => runner.query('delete from insight.call_day'));
    }
    expect(await seen({})).toBe(0);
    expect(
      await as({ role: 'projection' }, (runner) => runner.query('select calls from insight.call_day')),
    ).toEqual([{ calls: 7 }]);
  });
});

describe('the owner of the tables', () => {
  it.each([...FACTS, ...OWN, 'ombudsman_case_gone', 'call_day'])(
    'reads nothing of %s either',
    async (table) => {
      expect(await database.owner.query(`select * from insight.${table}`)).toEqual([]);
    },
  );
});
