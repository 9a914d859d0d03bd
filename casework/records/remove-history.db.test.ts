import type { ComplaintChanged } from '../../contracts/events/complaint-changed';
import type { HistoricStage } from '../../contracts/records/stage';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { complaintIdFor, historicStageId } from '../stages/ids';
import type { StreamDefinition } from '../stream/definition';
import { stageKeeper } from './stage-keeper';
import { account, historicStage } from './testing';

const IMPORT = { subject: 'import', role: 'import' };

let database: TestDatabase;

const batchOf = (stages: readonly HistoricStage[]) => ({
  authority: 'stockport',
  batch: stages.map((stage, place) => ({ ordinal: place + 1, record: { stages: [stage] } })),
});
const keepIn = (stream: StreamDefinition, ...stages: HistoricStage[]) =>
  inTransaction(database.of(stream.name), IMPORT, (transaction) =>
    stageKeeper(stream).keep(transaction, batchOf(stages)),
  );
const forgetIn = (stream: StreamDefinition, ...stages: HistoricStage[]) =>
  inTransaction(database.of(stream.name), IMPORT, (transaction) =>
    stageKeeper(stream).remove(transaction, batchOf(stages)),
  );
const keep = (...stages: HistoricStage[]) => keepIn(corporate.stream, ...stages);
const forget = (...stages: HistoricStage[]) => forgetIn(corporate.stream, ...stages);

const as = <Row>(role: string, sql: string, schema = 'corporate') =>
  inTransaction(database.of(schema), { subject: 'test', role }, (transaction) => transaction.query<Row>(sql));

/** Each stage's complaint, by reference. */
const complaints = async () =>
  Object.fromEntries(
    (
      await as<{ reference: string; complaint_id: string }>(
        'analyst',
        'select reference, complaint_id from corporate.stage order by reference',
      )
    ).map(({ reference, complaint_id }) => [reference, complaint_id]),
  );
const rows = async (table: string) =>
  (await as('import', `select * from ${table}`, table.split('.')[0])).length;

const told = (schema = 'corporate') =>
  inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, (transaction) =>
    transaction.query<{ subject: string; version: number; payload: ComplaintChanged }>(
      `select subject, version::int, payload from ${schema}.outbox
       where kind = 'complaint-changed' order by xid, id`,
    ),
  );
/** What was told last of each complaint. */
const newest = async () => new Map((await told()).map((event) => [event.subject, event.payload]));

const idOf = (key: string) =>
  complaintIdFor(historicStageId({ stream: 'corporate', source: 'corporate-crm', key }));
const first = historicStage({
  reference: '100',
  account: account({ surname: 'Made-Up', summary: 'Late.' }),
  own: { ward: 'Offerton' },
});
const second = historicStage({ reference: '200', number: 2, parentKey: '100', receivedOn: '2021-06-01' });
const third = historicStage({ reference: '300', number: 3, parentKey: '200', receivedOn: '2021-07-01' });

describe('taking stages back', () => {
  beforeEach(async () => {
    database = await testDatabase([corporate]);
  });
  afterEach(() => database?.stop());

  it('leaves nothing of them but that there was a complaint, and tells that it has no stages', async () => {
    await keep(first);
    await forget(first);
    for (const table of ['stage', 'account', 'stage_ward']) expect(await rows(`corporate.${table}`)).toBe(0);
    expect(await as('import', 'select * from corporate.complaint')).toEqual([
      { id: idOf('100'), authority: 'stockport', version: 2 },
    ]);
    expect((await told()).at(-1)).toEqual({
      subject: idOf('100'),
      version: 2,
      payload: {
        ...{ id: idOf('100'), authority: 'stockport', stream: 'CORPORATE', status: 'CLOSED' },
        ...{ closedOn: null, stages: [] },
      },
    });
  });

  it('twice, or before they were ever kept, changes nothing and tells nobody', async () => {
    await keep(first, second);
    await forget(second, third);
    const [before, events] = [await complaints(), await told()];
    await forget(second, third);
    await forget(historicStage({ reference: '900' }));
    expect(await complaints()).toEqual(before);
    expect(await told()).toEqual(events);
  });

  it('and keeping them again gives the same facts under the same ids, with newer versions', async () => {
    await keep(first, second, third);
    const before = { complaints: await complaints(), told: await newest() };
    await forget(third, first, second);
    expect(await complaints()).toEqual({});
    await keep(first, second, third);
    expect({ complaints: await complaints(), told: await newest() }).toEqual(before);
    expect(await as('import', 'select surname, summary from corporate.account')).toEqual([
      { surname: 'Made-Up', summary: 'Late.' },
    ]);
    expect((await told()).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('takes a complaint apart where the stage between goes, and puts it together when it comes again', async () => {
    await keep(first, second, third);
    const whole = await newest();
    await forget(second);
    expect(await complaints()).toEqual({ '100': idOf('100'), '300': idOf('300') });
    const apart = await newest();
    expect([...apart].map(([id, { stages }]) => [id, stages.map(({ reference }) => reference)])).toEqual([
      [idOf('100'), ['100']],
      [idOf('300'), ['300']],
    ]);
    await keep(second);
    expect((await newest()).get(idOf('100'))).toEqual(whole.get(idOf('100')));
    expect((await newest()).get(idOf('300'))?.stages).toEqual([]);
  });

  it('leaves a child to itself, under the id that its complaint has, and without a parent', async () => {
    await keep(first, second);
    await forget(first);
    expect(await complaints()).toEqual({ '200': idOf('100') });
    expect(await keep(second)).toEqual([{ ordinal: 1, code: 'PARENT_NOT_FOUND' }]);
    await keep(first);
    expect(await complaints()).toEqual({ '100': idOf('100'), '200': idOf('100') });
  });

  it('takes them back whatever was recorded of them since', async () => {
    await keep(first);
    await keep({ ...first, contentHash: 'newer', answeredOn: '2021-05-12', ended: true });
    await forget(first);
    expect(await complaints()).toEqual({});
  });

  it('lets a child find another stage with its parent’s key, and the first again when that comes back', async () => {
    const [one, other] = ['100 a', '100 b'].map((key) =>
      historicStage({ reference: key, key, ownKey: '100', contentHash: key }),
    ) as [HistoricStage, HistoricStage];
    await keep(one, other, second);
    const before = await complaints();
    const [parent, further] = before['200'] === before['100 a'] ? [one, other] : [other, one];
    await forget(parent);
    const after = await newest();
    expect(after.get(before[further.reference] ?? '')?.stages).toHaveLength(2);
    expect(await keep(second)).toEqual([]);
    await keep(parent);
    expect(await complaints()).toEqual(before);
  });

  it('gives a stage that comes again another id where the one it had is in use', async () => {
    await keep(second);
    await keep(first);
    expect(await complaints()).toEqual({ '100': idOf('200'), '200': idOf('200') });
    await forget(second);
    await keep({ ...second, parentKey: null, contentHash: 'corrected' });
    const held = await complaints();
    expect(held['100']).toBe(idOf('200'));
    expect(held['200']).not.toBe(idOf('200'));
    expect((await newest()).get(idOf('200'))?.stages).toMatchObject([{ reference: '100' }]);
  });

  it('gives a stage that is left another id where the one it would have is in use', async () => {
    const other = historicStage({ reference: '101' });
    const between = historicStage({
      reference: '201',
      number: 2,
      parentKey: '101',
      receivedOn: '2021-06-01',
    });
    await keep(third);
    await keep({ ...second, parentKey: null });
    await keep(other, between);
    await keep({ ...third, parentKey: '201', contentHash: 'corrected' });
    expect(await complaints()).toMatchObject({ '200': idOf('300'), '300': idOf('101') });
    await forget(between);
    const held = await complaints();
    expect(held).toMatchObject({ '101': idOf('101'), '200': idOf('300') });
    expect(new Set(Object.values(held)).size).toBe(3);
    for (const [reference, id] of Object.entries(held)) {
      expect((await newest()).get(id)?.stages).toMatchObject([{ reference }]);
    }
  });

  it('takes back all of a batch or nothing', async () => {
    await keep(first, second);
    const events = await told();
    const refused = inTransaction(database.of('corporate'), IMPORT, async (transaction) => {
      await stageKeeper(corporate.stream).remove(transaction, batchOf([first]));
      throw new Error('the rest failed');
    });
    await expect(refused).rejects.toThrow('the rest failed');
    expect(await rows('corporate.account')).toBe(1);
    expect(await told()).toEqual(events);
  });
});

describe('taking back the stages of a stream that keeps more of people', () => {
  beforeAll(async () => {
    database = await testDatabase([childrens]);
  });
  afterAll(() => database?.stop());

  it('removes that too', async () => {
    const stage = historicStage({
      ...{ source: 'childrens', reference: 'CSC-1', caseKey: 'CSC-1', account: account({ name: 'Made Up' }) },
      own: { childReference: 'CH1', childAgeBand: '10-15' },
    });
    await keepIn(childrens.stream, stage);
    for (const table of ['stage_people', 'stage_procedure']) expect(await rows(`childrens.${table}`)).toBe(1);
    await forgetIn(childrens.stream, stage);
    for (const table of ['stage_people', 'stage_procedure', 'account', 'stage']) {
      expect(await rows(`childrens.${table}`)).toBe(0);
    }
  });
});

describe('who may remove what a stream holds', () => {
  beforeAll(async () => {
    database = await testDatabase([corporate]);
    await keep(first);
  });
  afterAll(() => database?.stop());

  const TABLES = ['stage_ward', 'account', 'stage'];

  it.each([
    'analyst',
    'manager',
    'officer',
    'partner',
    'auditor',
    'admin',
    'projection',
    'seed',
    'courier',
    '',
  ])('not “%s”, whatever it is cleared for', async (role) => {
    await keep(first);
    const scope = {
      ...{ subject: 'test', role, partner: 'stockport-homes' },
      ...{ streams: ['corporate'], services: ['highways'] },
    };
    for (const table of TABLES) {
      await inTransaction(database.of('corporate'), scope, ({ query }) =>
        query(`delete from corporate.${table}`),
      );
      expect(await rows(`corporate.${table}`)).toBe(1);
    }
  });

  it('and nobody may remove a complaint, nor the owner anything', async () => {
    await expect(as('import', 'delete from corporate.complaint')).rejects.toThrow('permission denied');
    for (const table of TABLES) {
      await database.owner.query(`delete from corporate.${table}`);
      expect(await rows(`corporate.${table}`)).toBe(1);
    }
  });
});
