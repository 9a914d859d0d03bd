import { createHash } from 'node:crypto';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordHistory } from '../records/record-history';
import { account, historicStage } from '../records/testing';
import { readStagesOf } from '../stages/lock-related-stages';
import { publishComplaints } from '../stages/publish-complaints';
import { publishClosed } from './publish-closed';
import { conflict, corporateLogin, ID, lift, OTHER, ownerLogin, restrict, useTwoComplaints } from './testing';

useTwoComplaints(corporate);

const asImport = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
  inTransaction(corporateLogin(), { subject: 'import', role: 'import' }, work);
interface Told {
  readonly payload: { id: string; isClosed: boolean; records: { record: string }[] };
}
const told = async () =>
  (
    await inTransaction(ownerLogin(), { subject: 'x', role: 'courier' }, (transaction) =>
      transaction.query<Told>(
        `select payload from corporate.outbox where kind = 'case-closed' order by xid, id`,
      ),
    )
  ).map(({ payload }) => [payload.id, payload.isClosed, payload.records.map(({ record }) => record).join()]);

const hashOf = (subject: string) => createHash('sha256').update(`${ID} ${subject}`).digest('hex');

describe('what a stream tells of closed cases', () => {
  it('is that one is closed to somebody, and when it is so no longer, with its records', async () => {
    await restrict();
    await lift();
    await conflict('cora');
    expect(await told()).toEqual([
      [ID, true, '100'],
      [ID, false, '100'],
      [ID, true, '100'],
    ]);
  });

  it('is to whom, by hashes in which nobody is named', async () => {
    await restrict();
    await conflict('cora');
    await lift();
    const rows = await inTransaction(ownerLogin(), { subject: 'x', role: 'courier' }, ({ query }) =>
      query<{ payload: { shutOut: unknown; openTo: unknown } }>(
        `select payload from corporate.outbox where kind = 'case-closed' order by xid, id`,
      ),
    );
    expect(rows.map(({ payload: { shutOut, openTo } }) => [shutOut, openTo])).toEqual([
      [[], expect.arrayContaining([expect.any(String)])],
      [[hashOf('cora')], expect.arrayContaining([expect.any(String)])],
      [[hashOf('cora')], null],
    ]);
  });

  it('is told again with a stage that came later, and of no other complaint', async () => {
    await restrict();
    await recordHistory(
      { dataSource: corporateLogin(), stream: corporate.stream, authority: 'stockport' },
      ['100', '200'].map((parentKey) =>
        historicStage({
          ...{ reference: `${parentKey}-2`, number: 2, parentKey, receivedOn: '2021-06-01' },
          account: account({ surname: 'Later' }),
        }),
      ),
    );
    expect(await told()).toEqual([
      [ID, true, '100'],
      [ID, true, '100,100-2'],
    ]);
  });

  it('is told of those alone that are closed, wherever complaints are published', async () => {
    await restrict();
    await asImport(async (transaction) => {
      const complaints = [ID, OTHER].map((id) => ({ id, authority: 'stockport', version: 9 }));
      const stages = await readStagesOf(transaction, 'corporate', [ID, OTHER]);
      await publishComplaints(transaction, corporate.stream, { complaints, stages });
      await publishClosed(transaction, 'corporate', { complaintIds: [OTHER], isClosedAlone: true });
    });
    expect((await told()).map(([id]) => id)).toEqual([ID, ID]);
  });
});
