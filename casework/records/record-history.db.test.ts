import type { HistoricStage } from '../../contracts/records/stage';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordHistory } from './record-history';
import { account, historicStage } from './testing';

const ANALYST = { subject: 'ana', role: 'analyst' };

describe('recording an inherited system’s stages', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([corporate]);
  });
  afterEach(() => database?.stop());

  const record = (...stages: HistoricStage[]) =>
    recordHistory(
      { dataSource: database.of('corporate'), stream: corporate.stream, authority: 'stockport' },
      stages,
    );
  const held = () =>
    inTransaction(database.of('corporate'), ANALYST, (transaction) =>
      transaction.query<{ reference: string; complaint_id: string; due_on: string | null }>(
        'select reference, complaint_id, due_on from corporate.stage order by reference',
      ),
    );
  const told = () =>
    inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, (transaction) =>
      transaction.query<{ subject: string; version: number; payload: { stages: { reference: string }[] } }>(
        `select subject, version::int, payload from corporate.outbox where kind = 'complaint-changed' order by xid, id`,
      ),
    );

  const first = historicStage({ reference: '100' });
  const second = historicStage({ reference: '200', number: 2, parentKey: '100', route: 'ESCALATED' });

  it('dates each stage by the rule in force on the day it was received', async () => {
    await record(
      first,
      second,
      historicStage({ reference: '300', receivedOn: '2026-04-02', acknowledgedOn: '2026-04-13' }),
    );
    expect(await held()).toMatchObject([
      { reference: '100', due_on: '2021-05-18' },
      { reference: '200', due_on: '2021-06-02' },
      { reference: '300', due_on: '2026-04-27' },
    ]);
  });

  it('tells the whole complaint, once for each change, and nothing when nothing changed', async () => {
    await record(first);
    await record(second);
    const before = await told();
    expect(
      before.map(({ version, payload }) => [version, payload.stages.map(({ reference }) => reference)]),
    ).toEqual([
      [1, ['100']],
      [2, ['100', '200']],
    ]);
    await record(first, second);
    expect(await told()).toEqual(before);
  });

  it('joins a stage that came before its parent, and keeps the complaint’s id', async () => {
    expect(await record(second)).toEqual([{ ordinal: 1, code: 'PARENT_NOT_FOUND' }]);
    const [waiting] = await held();
    expect(await record(first)).toEqual([]);
    expect((await held()).map(({ complaint_id }) => complaint_id)).toEqual([
      waiting?.complaint_id,
      waiting?.complaint_id,
    ]);
  });

  it('tells a stage that is dated before the one before it, whenever it is sent', async () => {
    const early = { ...second, receivedOn: '2021-01-04' };
    for (let time = 0; time < 2; time += 1)
      expect(await record(first, early)).toEqual([{ ordinal: 1, code: 'STAGE_BEFORE_EARLIER_ONE' }]);
    expect(new Set((await held()).map(({ complaint_id }) => complaint_id)).size).toBe(1);
  });

  it('tells the fault of a missing parent again when the same record is sent again', async () => {
    await record(second);
    expect(await record(second)).toEqual([{ ordinal: 1, code: 'PARENT_NOT_FOUND' }]);
  });

  it('replaces what an older record said', async () => {
    await record(first);
    await record({ ...first, answeredOn: '2021-05-12', ended: true, contentHash: 'newer' });
    const events = await told();
    expect(events.at(-1)).toMatchObject({
      version: 2,
      payload: { status: 'CLOSED', closedOn: '2021-05-12' },
    });
  });

  it('counts on from an id that was given up before, so that its readers follow', async () => {
    await record(second);
    const [waiting] = await held();
    await record(historicStage({ reference: '300', number: 3, parentKey: '200' }), first);
    await record({ ...second, parentKey: null, contentHash: 'corrected' });
    const versions = (await told())
      .filter(({ subject }) => subject === waiting?.complaint_id)
      .map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  it('keeps what a live command would refuse, with its fault', async () => {
    const faults = await record(
      historicStage({ ordinal: 7, reference: '1', number: 3 }),
      historicStage({ ordinal: 8, reference: '2', receivedOn: '2014-01-06' }),
      historicStage({ ordinal: 9, reference: '3', receivedOn: '1995-01-06' }),
    );
    expect(faults).toEqual([
      { ordinal: 7, code: 'STAGE_NOT_IN_PROCEDURE' },
      { ordinal: 8, code: 'OUTSIDE_CALENDAR' },
      { ordinal: 9, code: 'BEFORE_PROCEDURE' },
    ]);
    expect(await held()).toHaveLength(3);
  });

  it('records all of a batch or none', async () => {
    const impossible = { ...historicStage({ reference: '900' }), number: 99_999 };
    await expect(record(first, impossible)).rejects.toThrow('smallint');
    expect(await held()).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('keeps people and narratives from all but those cleared for the stream or managing the service', async () => {
    await record({ ...first, account: account({ surname: 'Made-Up' }) });
    const read = (scope: Parameters<typeof inTransaction>[1]) =>
      inTransaction(database.of('corporate'), scope, (transaction) =>
        transaction.query('select 1 from corporate.account'),
      );
    expect(await read({ subject: 'cora', role: 'officer', streams: ['corporate', 'schools'] })).toHaveLength(
      1,
    );
    expect(await read({ subject: 'mark', role: 'manager', services: ['highways'] })).toHaveLength(1);
    for (const scope of [
      ANALYST,
      { subject: 'olu', role: 'officer', streams: ['adults'] },
      { subject: 'olu', role: 'officer' },
      { subject: 'mark', role: 'manager', services: ['planning'] },
      { subject: 'ada', role: 'admin', streams: ['corporate'] },
      { subject: 'sid', role: 'partner', partner: 'stockport-homes' },
      { subject: 'x', role: 'garbage', streams: ['corporate'] },
      { subject: '', role: '' },
    ]) {
      expect(await read(scope)).toEqual([]);
    }
  });
});

describe('recording anew what a system keeps in one record', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([childrens]);
  });
  afterEach(() => database?.stop());

  const stage = (number: number, { caseKey = 'CSC-1', state = 'first' } = {}) =>
    historicStage({
      ...{ source: 'childrens', reference: caseKey, key: `${caseKey}/${number}`, caseKey, number },
      ...{ ownKey: null, receivedOn: `2021-0${4 + number}-04`, contentHash: `${caseKey} ${state}` },
      account: account({ name: 'Made Up' }),
      own: { childReference: 'CH1' },
    });
  const record = (...stages: HistoricStage[]) =>
    recordHistory(
      { dataSource: database.of('childrens'), stream: childrens.stream, authority: 'stockport' },
      stages,
    );
  const numbers = async (table: string) =>
    (
      await inTransaction(database.of('childrens'), { subject: 'import', role: 'import' }, ({ query }) =>
        query<{ key: string }>(
          `select key from childrens.stage join childrens.${table} own on own.stage_id = stage.id order by key`,
        ),
      )
    ).map(({ key }) => key);
  const told = async () =>
    (
      await inTransaction(
        database.of('outbox_reader'),
        { subject: 'courier', role: 'courier' },
        ({ query }) =>
          query<{ version: number; payload: { stages: { number: number }[] } }>(
            `select version::int, payload from childrens.outbox where kind = 'complaint-changed' order by xid, id`,
          ),
      )
    ).map(({ version, payload }) => [version, payload.stages.map(({ number }) => number)]);

  it('removes the stages that it no longer has, with all that was kept of them, and tells the rest', async () => {
    await record(stage(1), stage(2), stage(3), stage(1, { caseKey: 'CSC-2' }));
    await record(stage(1, { state: 'newer' }), stage(3, { state: 'newer' }));
    for (const table of ['stage_procedure', 'account', 'stage_people']) {
      expect(await numbers(table)).toEqual(['CSC-1/1', 'CSC-1/3', 'CSC-2/1']);
    }
    expect((await told()).at(-1)).toEqual([2, [1, 3]]);
  });

  it('keeps them where the record says the same, and takes them in again where it has them again', async () => {
    await record(stage(1), stage(2));
    await record(stage(1), stage(2));
    expect(await told()).toEqual([[1, [1, 2]]]);
    await record(stage(1, { state: 'newer' }));
    await record(stage(1), stage(2));
    expect(await told()).toEqual([
      [1, [1, 2]],
      [2, [1]],
      [3, [1, 2]],
    ]);
  });

  it('removes none of another system with the same number', async () => {
    await record(stage(1), { ...stage(2), source: 'another', key: 'another/2' });
    await record(stage(1, { state: 'newer' }));
    expect(await numbers('account')).toEqual(['CSC-1/1', 'another/2']);
  });
});
