import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { readRows, type ServedIntake, serveIntake } from '../testing';
import { isKept } from './kept-counts';
import { listing, loadFaults } from './testing';

let database: TestDatabase;
let served: ServedIntake;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  served = await serveIntake(database.of('intake'), { subject: 'ada' });
  await loadFaults(database.of('intake'));
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

const OFFICER = { role: 'officer', streams: ['schools'] };

describe('how many a list has', () => {
  it.each([
    ['faults', ''],
    ['faults', 'codes: ["ODD"]'],
    ['faults', 'sources: ["first"], states: [OPEN, MAPPED]'],
    ['faults', 'streams: [SCHOOLS]'],
    ['faults', 'aboutFrom: "2021-01-01"'],
    ['faults', 'touchesFigures: true'],
    ['quarantinedRows', ''],
    ['quarantinedRows', 'codes: ["ODD", "BROKEN"]'],
    ['quarantinedRows', 'runs: ["1"], states: [OPEN]'],
  ])('%s(where: { %s }) is as many as it lists, for everybody', async (field, where) => {
    for (const as of [{}, OFFICER]) {
      const { edges, totalCount } = await listing(served)(field, `where: { ${where} }`, 'id', as);
      expect(totalCount).toBe(edges.length);
    }
  });

  it('follows what people decide', async () => {
    const waiting = async () =>
      (await listing(served)('quarantinedRows', 'where: { states: [OPEN] }', 'id')).totalCount;
    const before = await waiting();
    await readRows(
      database.of('intake'),
      `update intake.quarantined_row set state = 'dismissed' where content_hash = 'no owner'`,
    );
    expect(await waiting()).toBe(before - 1);
  });
});

describe('what is kept', () => {
  it('knows neither days nor what touches figures', () => {
    expect([null, undefined, {}, { aboutFrom: null }].map(isKept)).toEqual([true, true, true, true]);
    for (const where of [{ aboutFrom: '2021-04-01' }, { aboutTo: '2021-04-01' }, { touchesFigures: false }])
      expect(isKept(where)).toBe(false);
  });
});
