import { toDay } from '../../../domain/calendar/day';
import { fixedClock } from '../../../platform/config/clock';
import { testAuditSigner } from '../../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { inTransaction } from '../../../platform/transaction/transaction';
import { openLoad } from '../load/open-load';
import { subgraph } from '../subgraph';
import { openTakeOver } from './open-take-over';
import { notReady } from './ready';
import { rehearseTakeOver } from './rehearse-take-over';

const clock = fixedClock('2026-11-30');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const open = (source: string, on?: string) =>
  openTakeOver(database.of('intake'), {
    ...{ source, reason: 'It was switched off', keepers: ['adults'], clock },
    ...{ as: { subject: 'command-line', role: 'admin' }, auditSigner: testAuditSigner },
    ...(on === undefined ? {} : { on: toDay(on) }),
  });

/** A system of which a file is loaded that tells of days up to 20 November. */
const loaded = (source: string) =>
  inTransaction(database.of('intake'), IMPORT_SCOPE, async ({ query }) => {
    await query(
      `insert into intake.import_run (id, source, file, state, started_at, ended_at, kind, keepers, first_day, last_day,
         read, loaded, copies, left_out, quarantined)
       values (nextval('intake.run_number'), $1, 'x.csv', 'loaded', now(), now(), 'file', '{adults}', '2026-01-05', '2026-11-20', 1, 1, 0, 0, 0)`,
      [source],
    );
    await query(
      `insert into intake.held_row (source, keeper, identity, run_id, line, content_hash, raw)
       select $1, 'adults', '1', max(id), 1, 'x', '{}' from intake.import_run`,
      [source],
    );
  });

describe('what is in the way of taking a system over', () => {
  it('is that nothing of it is loaded, and nothing once it is', async () => {
    const asked = { source: 'ombudsman', keepers: ['adults'], on: undefined, today: toDay('2026-11-30') };
    const codes = () =>
      inTransaction(database.of('intake'), { subject: 'ada', role: 'admin' }, async (transaction) =>
        (await notReady(transaction, asked)).map(({ code }) => code),
      );
    expect(await codes()).toEqual(['NOTHING_LOADED']);
    await loaded('ombudsman');
    expect(await codes()).toEqual([]);
  });
});

describe('rehearsing to take a system over', () => {
  const rehearse = (source: string, on?: string) =>
    rehearseTakeOver(database.of('intake'), {
      ...{ source, keepers: ['adults'], clock, ...(on === undefined ? {} : { on: toDay(on) }) },
    });
  const codes = async (source: string, on?: string) =>
    (await rehearse(source, on)).inTheWay.map(({ code }) => code);

  it('tells all that is in the way, and begins nothing', async () => {
    const load = await openLoad(database.of('intake'), {
      ...{ source: 'childrens', file: 'rows.csv', clock, dryRun: false, amendmentId: null },
    });
    expect(await codes('childrens', '2026-12-01')).toEqual([
      ...['IMPORT_RUNNING', 'NOTHING_LOADED', 'DAY_UNUSABLE'],
    ]);
    await load.end();
    expect(await rehearse('childrens')).toMatchObject({ isBegun: false, on: '2026-11-30', keepers: [] });
    await expect(open('childrens')).rejects.toMatchObject({ code: 'NOTHING_LOADED' });
  });

  it('says which days can be meant; the one that it began with stands', async () => {
    await loaded('schools');
    expect(await codes('schools', '2026-11-19')).toEqual(['DAY_UNUSABLE']);
    expect(await codes('schools', '2026-11-20')).toEqual([]);
    await expect(open('schools', '2026-12-01')).rejects.toMatchObject({ code: 'DAY_UNUSABLE' });
    const begun = await open('schools', '2026-11-25');
    await begun.end();
    expect([begun.on, begun.keepers]).toEqual(['2026-11-25', ['adults']]);
    expect(await codes('schools', '2026-11-26')).toEqual(['DAY_UNUSABLE']);
    expect(await rehearse('schools')).toMatchObject({ isBegun: true, on: '2026-11-25', inTheWay: [] });
    const again = await open('schools');
    await again.end();
    expect(again.on).toBe('2026-11-25');
  });
});

describe('taking a system over', () => {
  it('waits for no import that is under way, and leaves nothing behind where it cannot begin', async () => {
    const load = await openLoad(database.of('intake'), {
      ...{ source: 'adults', file: 'rows.csv', clock, dryRun: false, amendmentId: null },
    });
    await expect(open('adults')).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
    await load.end();
    await expect(open('adults')).rejects.toMatchObject({ code: 'NOTHING_LOADED' });
    const again = await openLoad(database.of('intake'), {
      ...{ source: 'adults', file: 'rows.csv', clock, dryRun: true, amendmentId: null },
    });
    await again.end();
  });
});
