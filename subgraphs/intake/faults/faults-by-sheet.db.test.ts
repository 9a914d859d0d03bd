import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { loadRows, takenRow } from '../testing';
import { faultsOfLines } from './faults';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const row = (identity: string, sheet: string) =>
    takenRow({
      ...{ identity, line: 4, raw: { Ref: identity, '(sheet)': sheet } },
      faults: [
        { line: 4, code: 'ODD', column: 'Ref', value: identity, action: `Noted. (Sheet "${sheet}".)` },
      ],
    });
  const plain = takenRow({
    ...{ identity: '3', line: 4, raw: { Ref: '3' } },
    faults: [{ line: 4, code: 'ODD', column: 'Ref', value: '3', action: 'Noted.' }],
  });
  const intake = database.of('intake');
  await loadRows(intake, { source: 'first', rows: [row('1', '2020-21'), row('2', '2021-22')] });
  await loadRows(intake, { source: 'second', rows: [plain] });
});
afterAll(() => database.stop());

it('the faults of a line are those of its own sheet, though sheets have lines of the same numbers', async () => {
  const line = (runId: number, sheet: string | null) => ({ runId, line: 4, sheet });
  const found = await inTransaction(database.of('intake'), IMPORT_SCOPE, (transaction) =>
    faultsOfLines({ transaction }, [
      line(1, '2020-21'),
      line(1, '2021-22'),
      line(1, '2022-23'),
      line(2, null),
    ]),
  );
  expect(found.map((faults) => faults.map(({ value }) => value))).toEqual([['1'], ['2'], [], ['3']]);
});
