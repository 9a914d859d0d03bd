import { fixedClock } from '../../platform/config/clock';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as intake, LoadRefused, openTakeOver } from '../../subgraphs/intake/subgraph';
import { cells, importRows, readAs, testKeepers, testSource } from './testing';
import { openSystem } from './testing-amendments';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([intake]);
});
afterAll(() => database.stop());

const login = () => database.of('intake');
const asked = (source: string, day = '2022-01-31') => ({
  ...{ source, reason: 'It was switched off', keepers: ['stream'] },
  ...{ as: { subject: 'command-line', role: 'admin' } as const },
  ...{ clock: fixedClock(day), auditSigner: testAuditSigner },
});
async function takeOver(source: string, day?: string) {
  const begun = await openTakeOver(login(), asked(source, day));
  await begun.finish();
  await begun.end();
  return begun;
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof LoadRefused ? error.code : Promise.reject(error)),
  );

async function loaded() {
  const system = opened();
  await system.load([cells({ Id: '1' }), cells({ Id: '2', Kind: 'broken' })]);
  return system;
}
const opened = () => openSystem(login());

describe('a system that was taken over', () => {
  it('has no further file loaded, nor tried, with a sentence that says since when', async () => {
    const system = await loaded();
    const before = await system.state();
    expect(await takeOver(system.name)).toMatchObject({
      on: '2022-01-31',
      keepers: ['stream'],
      quarantinedRows: 1,
    });
    const outcome = await system.load([cells({ Id: '3' })]);
    expect(outcome).toMatchObject({ kind: 'refused', code: 'SYSTEM_TAKEN_OVER' });
    expect(outcome).toHaveProperty('message', expect.stringContaining('was taken over on 31 January 2022'));
    const source = testSource(system.name, [cells({ Id: '4' })]);
    expect(await importRows(login(), { source, keepers: testKeepers([]), dryRun: true })).toMatchObject({
      code: 'SYSTEM_TAKEN_OVER',
    });
    expect(await system.state()).toEqual(before);
    expect(
      await system.read(
        `select refusal from intake.import_run where source = $1 and state = 'refused' order by id`,
      ),
    ).toEqual([{ refusal: 'SYSTEM_TAKEN_OVER' }]);
  });

  it('keeps its day and who began it, and is audited once, however often it is asked', async () => {
    const system = await loaded();
    await takeOver(system.name);
    expect(await takeOver(system.name, '2022-02-14')).toMatchObject({ on: '2022-01-31' });
    expect(
      await system.read(
        'select on_day, taken_over_by, reason from intake.system_taken_over where source = $1',
      ),
    ).toEqual([{ on_day: '2022-01-31', taken_over_by: 'command-line', reason: 'It was switched off' }]);
    const told = 'select actor, action from intake.audit_entry where record_id = $1';
    const audited = await readAs(login(), 'auditor', told, [system.name]);
    expect(audited).toEqual([{ actor: 'command-line', action: 'SYSTEM_TAKE_OVER' }]);
  });

  it.each(['correct', 'undo'] as const)(
    'has nothing carried out that was decided meanwhile: %s',
    async (what) => {
      const system = await loaded();
      await takeOver(system.name);
      const [row] = await system.read<{ id: string }>(
        `select id from intake.quarantined_row where source = $1`,
      );
      if (what === 'undo') await system.undo(await system.newestRun());
      else await system.correct(row?.id ?? '', { Kind: 'complaint' });
      expect(await system.carryOut()).toBe(1);
      expect(await system.carryOut()).toBe(0);
      expect(await system.read('select state, refusal from intake.amendment where source = $1')).toEqual([
        { state: 'refused', refusal: 'SYSTEM_TAKEN_OVER' },
      ]);
      expect(await system.read(`select state from intake.quarantined_row where source = $1`)).toEqual([
        { state: 'open' },
      ]);
    },
  );
});

describe('a system that cannot be taken over', () => {
  it('is one of which no complaint is loaded', async () => {
    const system = opened();
    expect(await code(takeOver(system.name))).toBe('NOTHING_LOADED');
    await system.load([cells({ Id: '1' })]);
    expect(await code(openTakeOver(login(), { ...asked(system.name), keepers: ['elsewhere'] }))).toBe(
      'NOTHING_LOADED',
    );
    expect(await code(takeOver(system.name))).toBe('done');
  });

  it('is one of which decisions wait, until they are carried out', async () => {
    const system = await loaded();
    await system.undo(await system.newestRun());
    expect(await code(takeOver(system.name))).toBe('DECISIONS_WAIT');
    await system.carryOut();
    expect(await code(takeOver(system.name))).toBe('NOTHING_LOADED');
  });

  it('is one that somebody else takes over or loads at the moment', async () => {
    const system = await loaded();
    const begun = await openTakeOver(login(), asked(system.name));
    expect(await code(openTakeOver(login(), asked(system.name)))).toBe('IMPORT_RUNNING');
    await begun.end();
    expect(await code(takeOver(system.name))).toBe('done');
  });
});
