import { wordMapped } from '../../contracts/events/word-mapped';
import type { HistoricStage } from '../../contracts/records/stage';
import type { MappedWord } from '../../domain/words/mapped-words';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordHistory } from '../records/record-history';
import { account, historicStage } from '../records/testing';
import { wordFollower } from './apply-mapped-words';

const PARX: MappedWord = { kind: 'service', word: 'parx', from: '2021-04-01', serviceId: 'greenspace' };
const FAX: MappedWord = { kind: 'channel', word: 'fax', from: '2021-04-01', channel: 'Letter' };
const CODE: MappedWord = {
  ...{ kind: 'closure-code', source: 'corporate-crm', word: 'x1', from: '2021-04-01' },
  ...{ outcome: 'UPHELD', closureReason: 'ANSWERED' },
};

const unknown = (reference: string, facts: Partial<HistoricStage> = {}): HistoricStage =>
  historicStage({
    ...{ reference, serviceId: null, serviceWritten: ' PARX', channel: null, channelWritten: 'Fax' },
    ...{ closureCodeWritten: 'X1', account: account({ surname: 'Made-up' }), ...facts },
  });

describe('words that are given a meaning', () => {
  let database: TestDatabase;
  const follower = wordFollower(corporate.stream);
  beforeEach(async () => {
    database = await testDatabase([corporate]);
  });
  afterEach(() => database?.stop());

  const record = (...stages: HistoricStage[]) =>
    recordHistory(
      { dataSource: database.of('corporate'), stream: corporate.stream, authority: 'stockport' },
      stages,
    );
  const as = <Row>(role: string, sql: string, scope = {}) =>
    inTransaction(database.of('corporate'), { subject: 'test', role, ...scope }, (transaction) =>
      transaction.query<Row>(sql),
    );
  const tell = (mapped: readonly MappedWord[], version = 1) =>
    inTransaction(database.of('corporate'), { subject: 'projection', role: 'projection' }, (transaction) =>
      follower.apply(
        transaction,
        mapped.map((payload) => ({
          ...{ kind: wordMapped.kind, subject: `${payload.kind}/${payload.word}`, version, payload },
          ...{ position: { xid: '1', id: '1' }, at: new Date('2022-01-31T12:00:00Z') },
        })),
        { now: () => new Date('2022-01-31T12:00:00Z') },
      ),
    );
  const held = () =>
    as<object>(
      'analyst',
      'select reference, service_id, channel, outcome, closure_reason from corporate.stage order by reference',
    );
  const told = () =>
    inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, (transaction) =>
      transaction.query<{ version: number; stages: object[] }>(
        `select version::int, payload -> 'stages' as stages from corporate.outbox
         where kind = 'complaint-changed' order by xid, id`,
      ),
    );

  const RESOLVED = {
    service_id: 'greenspace',
    channel: 'Letter',
    outcome: 'UPHELD',
    closure_reason: 'ANSWERED',
  };
  const OPEN = { service_id: null, channel: null, outcome: null, closure_reason: null };

  it('give it to what is recorded already, and tell the complaint once with all of it', async () => {
    await record(unknown('1'));
    expect(await held()).toEqual([{ reference: '1', ...OPEN }]);
    await tell([PARX, FAX, CODE]);
    expect(await held()).toEqual([{ reference: '1', ...RESOLVED }]);
    const events = await told();
    expect(events.map(({ version }) => version)).toEqual([1, 2]);
    expect(events.at(-1)?.stages).toMatchObject([
      {
        reference: '1',
        serviceId: 'greenspace',
        channel: 'Letter',
        outcome: 'UPHELD',
        closureReason: 'ANSWERED',
      },
    ]);
  });

  it('give it to what is recorded later, however old the names that its importer knew', async () => {
    await tell([PARX, FAX, CODE]);
    await record(unknown('1'));
    expect(await held()).toEqual([{ reference: '1', ...RESOLVED }]);
  });

  it('give it only to what was received from their day on', async () => {
    await record(unknown('1', { receivedOn: '2021-03-31' }), unknown('2', { receivedOn: '2021-04-01' }));
    await tell([PARX, FAX, CODE]);
    await record(unknown('3', { receivedOn: '2021-03-31' }));
    expect(await held()).toEqual([
      { reference: '1', ...OPEN },
      { reference: '2', ...RESOLVED },
      { reference: '3', ...OPEN },
    ]);
    await tell([{ ...PARX, from: '2021-03-01' }], 2);
    expect(await held()).toMatchObject([
      { reference: '1', service_id: 'greenspace' },
      { reference: '2' },
      { reference: '3', service_id: 'greenspace' },
    ]);
  });

  it('leave alone what has a meaning, and codes of other systems', async () => {
    await record(
      unknown('1', { serviceId: 'highways', channel: 'Email', closureReason: 'WITHDRAWN' }),
      unknown('2', { source: 'another-system' }),
    );
    await tell([PARX, FAX, CODE]);
    expect(await held()).toEqual([
      {
        reference: '1',
        service_id: 'highways',
        channel: 'Email',
        outcome: null,
        closure_reason: 'WITHDRAWN',
      },
      { reference: '2', ...RESOLVED, outcome: null, closure_reason: null },
    ]);
  });

  it('told again change nothing and tell nobody, nor does the same record', async () => {
    await record(unknown('1'));
    await tell([PARX]);
    await tell([PARX]);
    await tell([{ ...PARX, serviceId: 'highways' }], 0);
    await record(unknown('1'));
    expect(await told()).toHaveLength(2);
    expect(await held()).toMatchObject([{ service_id: 'greenspace' }]);
  });

  it('are given again when all is built anew', async () => {
    await record(unknown('1'));
    await tell([PARX]);
    await inTransaction(
      database.of('corporate'),
      { subject: 'projection', role: 'projection' },
      (transaction) => follower.reset(transaction),
    );
    await tell([PARX]);
    await record(unknown('2'));
    expect(await held()).toMatchObject([{ service_id: 'greenspace' }, { service_id: 'greenspace' }]);
  });

  it('let the manager of the service see who complained', async () => {
    await record(unknown('1'));
    const seen = () => as('manager', 'select surname from corporate.account', { services: ['greenspace'] });
    expect(await seen()).toEqual([]);
    await tell([PARX]);
    expect(await seen()).toEqual([{ surname: 'Made-up' }]);
  });

  it('wait for a batch that is being recorded by the words before', async () => {
    let recorded: () => void = () => undefined;
    const open = new Promise<void>((resolve) => {
      recorded = resolve;
    });
    const runner = database.of('corporate').createQueryRunner();
    await runner.startTransaction();
    await runner.query(`select pg_advisory_xact_lock_shared(hashtextextended('corporate.mapped_word', 0))`);
    let applied = false;
    const applying = tell([PARX]).then(() => {
      applied = true;
    });
    setTimeout(recorded, 150);
    await open;
    expect(applied).toBe(false);
    await runner.commitTransaction();
    await runner.release();
    await applying;
    expect(applied).toBe(true);
  });
});
