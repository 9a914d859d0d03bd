import { fixedClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { loadRows, takenRow, withSettings } from '../testing';
import { openLoad } from './open-load';

const clock = fixedClock('2022-01-31');

describe('staging', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase([subgraph]);
  });
  afterAll(() => database.stop());

  const read = <Row>(sql: string): Promise<Row[]> =>
    withSettings(database.of('intake'), { role: 'import' }, (runner) => runner.query(sql));
  const open = (source: string) =>
    openLoad(database.of('intake'), {
      ...{ source, file: 'rows.csv', clock },
      ...{ dryRun: false, amendmentId: null },
    });

  it('shows a value that a finding blames, but not one of a personal column or an empty one', async () => {
    const load = await open('findings');
    await load.stageRows([takenRow({ raw: { Parent: '#100', Surname: 'Roe', Route: '' } })]);
    await load.classify();
    const finding = { ordinal: 1, code: 'ODD', action: 'Noted.', personal: false };
    await load.note([
      { ...finding, column: 'Parent' },
      { ...finding, column: 'Surname', personal: true },
      { ...finding, column: 'Route' },
      { ...finding, column: null },
    ]);
    await load.count({ identityColumn: 'Ref', controlTotal: null });
    const listed: unknown[] = [];
    for await (const page of load.faults()) listed.push(...page);
    await load.end();
    const fault = { line: 2, code: 'ODD', action: 'Noted.' };
    expect(listed).toEqual([
      { ...fault, column: 'Parent', value: '#100' },
      { ...fault, column: 'Surname', value: null },
      { ...fault, column: 'Route', value: null },
      { ...fault, column: null, value: null },
    ]);
  });

  it('keeps what PostgreSQL cannot hold of a row as a replacement character', async () => {
    const rows = [takenRow({ raw: { Ref: 'a\0b' }, record: { name: 'a\0b' }, identity: 'a\0b' })];
    await loadRows(database.of('intake'), { source: 'nul', rows });
    const held = await read(
      `select identity, raw ->> 'Ref' as ref from intake.held_row where source = 'nul'`,
    );
    expect(held).toEqual([{ identity: 'a\uFFFDb', ref: 'a\uFFFDb' }]);
  });
});
