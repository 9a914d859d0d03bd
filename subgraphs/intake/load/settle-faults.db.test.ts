import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { asImport, loadRows, readRows, type ServedIntake, serveIntake, takenRow } from '../testing';
import { undoRun } from './remove-run';
import { reopenFaults, replaceFaults } from './settle-faults';

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

const fault = (value: string, action = 'Noted.') => ({
  ...{ line: 2, column: 'Service', code: 'UNKNOWN_SERVICE', value, action },
});

/** How many faults wait, as each of those who count them says. */
async function waiting() {
  const { data, errors } = await served.ask(`{
    faults(where: { states: [OPEN] }) { totalCount }
    faultTallies(by: []) { open settled }
    touching: faultTallies(by: [], where: { touchesFigures: true, states: [OPEN] }) { open }
    _entities(representations: [{ __typename: "Figure", id: "OPEN:CORPORATE:a" }]) { ... on Figure { openFaults } }
  }`);
  expect(errors).toBeUndefined();
  return data;
}
const all = (open: number, settled: number) => ({
  faults: { totalCount: open },
  faultTallies: [{ open, settled }],
  touching: [{ open }],
  _entities: [{ openFaults: open }],
});

describe('a fault of a row that is replaced', () => {
  const intake = () => database.of('intake');
  const undone = async (runId: number) => {
    await readRows(intake(), "update intake.import_run set state = 'undoing' where id = $1", [runId]);
    const request = { source: 'crm', runId, amendmentId: 1, by: 'ada', at: new Date('2022-02-01T09:00:00Z') };
    await asImport(intake(), async (transaction) => {
      await undoRun(transaction, request);
      await reopenFaults(transaction, runId);
    });
    const [state] = await readRows(intake(), 'select state, replaced_by_run_id from intake.fault');
    return state;
  };
  const newer = takenRow({ contentHash: 'newer', lastUpdated: '2021-08-01' });

  it('waits no longer for anybody who counts, and says what took its place', async () => {
    await loadRows(intake(), { source: 'crm', rows: [takenRow({ faults: [fault('Parks')] })] });
    expect(await waiting()).toEqual(all(1, 0));
    await loadRows(intake(), { source: 'crm', rows: [newer] });
    expect(await waiting()).toEqual(all(0, 1));
    const { data } = await served.ask(
      '{ faults(where: { states: [REPLACED] }) { edges { node { state replacedBy { id kind } record { record } } } } }',
    );
    const node = { state: 'REPLACED', replacedBy: { id: '2', kind: 'FILE' }, record: null };
    expect(data?.faults).toEqual({ edges: [{ node }] });
  });

  it('waits again once that is undone, or has the meaning that its word was given meanwhile', async () => {
    expect(await undone(2)).toEqual({ state: 'open', replaced_by_run_id: null });
    expect(await waiting()).toEqual(all(1, 0));
    await loadRows(intake(), { source: 'crm', rows: [newer] });
    const mapped = { kind: 'service', word: 'parks', from: '2021-04-01', serviceId: 'greenspace' };
    const values = ['service/parks', 1, JSON.stringify(mapped)];
    await database.owner.query(
      'insert into intake.mapped_word (subject, version, mapped) values ($1, $2, $3)',
      values,
    );
    expect(await undone(3)).toEqual({ state: 'mapped', replaced_by_run_id: null });
  });

  it('of another sheet with the same line is left alone', async () => {
    const onSheet = (sheet: string) => takenRow({ identity: sheet, raw: { Ref: '1', '(sheet)': sheet } });
    const listed = (sheet: string) => ({
      ...onSheet(sheet),
      faults: [fault('Lakes', `Kept. (Sheet "${sheet}".)`)],
    });
    await loadRows(intake(), { source: 'book', rows: [listed('One_'), listed('Two')] });
    await loadRows(intake(), {
      source: 'book',
      isWhole: false,
      rows: [{ ...newer, ...{ identity: 'One_' } }],
    });
    const rows = `select fault.action, fault.state from intake.fault join intake.import_run as run on run.id = run_id
      where run.source = 'book' order by place`;
    const states = [
      { action: 'Kept. (Sheet "One_".)', state: 'replaced' },
      { action: 'Kept. (Sheet "Two".)', state: 'open' },
    ];
    expect(await readRows(intake(), rows)).toEqual(states);
    const again = { runId: 5, source: 'book', isWhole: false, amendmentId: null };
    await asImport(intake(), (transaction) => replaceFaults(transaction, again));
    expect(await readRows(intake(), rows)).toEqual(states);
  });
});
