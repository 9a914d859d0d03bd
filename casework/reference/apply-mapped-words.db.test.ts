import fc from 'fast-check';
import { wordMapped } from '../../contracts/events/word-mapped';
import type { HistoricStage } from '../../contracts/records/stage';
import { type MappedWord, mappedWords, meaningOn } from '../../domain/words/mapped-words';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordHistory } from '../records/record-history';
import { account, historicStage } from '../records/testing';
import { decideWordsAnewMigration } from '../tables/decide-words-anew-migration';
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

  it('are followed by other ones, and by none where that was taken back, whatever was recorded meanwhile', async () => {
    await record(unknown('1'), unknown('2', { serviceId: 'greenspace' }));
    await tell([PARX, CODE]);
    await record(unknown('3'));
    await tell([{ ...PARX, serviceId: 'highways', from: '2021-05-05' }], 2);
    await record(unknown('4', { receivedOn: '2021-05-05' }));
    const services = async () =>
      (
        await as<{ s: string }>('analyst', 'select service_id as s from corporate.stage order by reference')
      ).map(({ s }) => s);
    // What its importer knew stays, and what came before the new day has no meaning.
    expect(await services()).toEqual([null, 'greenspace', null, 'highways']);
    await tell([{ ...PARX, serviceId: 'highways' }], 3);
    expect(await services()).toEqual(['highways', 'greenspace', 'highways', 'highways']);
    await tell(
      [
        { ...PARX, serviceId: 'highways', isKept: false },
        { ...CODE, isKept: false },
      ],
      4,
    );
    await record(unknown('5'));
    expect(await services()).toEqual([null, 'greenspace', null, null, null]);
    expect((await held()).at(-1)).toMatchObject({ outcome: null, closure_reason: null });
    expect((await told()).at(-1)?.stages).toMatchObject([{ reference: '5', serviceId: null, outcome: null }]);
  });

  it('are at last what was decided last of each, in whatever order all comes', async () => {
    const aWord = fc.constantFrom('parx', 'gritt');
    const aDay = fc.integer({ min: 1, max: 9 }).map((day) => `2021-05-0${day}`);
    const decision = fc.record({
      word: aWord,
      from: aDay,
      serviceId: fc.constantFrom('a', 'b'),
      isKept: fc.boolean(),
    });
    const stage = fc.record({
      written: fc.constantFrom('Parx', ' PARX', 'gritt'),
      receivedOn: aDay,
      known: fc.boolean(),
    });
    let run = 0;
    let version = 10;
    const next = async (mapped: MappedWord) => {
      version += 1;
      await tell([mapped], version);
    };
    type Step = typeof decision extends fc.Arbitrary<infer Of> ? Of : never;
    type Recorded = typeof stage extends fc.Arbitrary<infer Of> ? Of : never;
    const decisions = new Map<string, Step>();
    const expected = ({ written, receivedOn, known }: Recorded) => {
      if (known) return 'own';
      const words = mappedWords([...decisions.values()].map((of) => ({ kind: 'service', ...of })));
      return meaningOn(words.service(written), receivedOn);
    };
    const take = async (step: Step | Recorded, place: number) => {
      if ('word' in step) {
        decisions.set(step.word, step);
        return next({ kind: 'service', ...step });
      }
      const { written: serviceWritten, known, receivedOn } = step;
      const serviceId = known ? 'own' : null;
      return record(unknown(`${run}/${place}`, { serviceWritten, receivedOn, serviceId }));
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(decision, stage), { minLength: 3, maxLength: 12 }),
        async (steps) => {
          run += 1;
          decisions.clear();
          for (const word of ['parx', 'gritt']) await next({ ...PARX, word, isKept: false });
          for (const [place, step] of steps.entries()) await take(step, place);
          const found = await as<{ place: number; service_id: string | null }>(
            'analyst',
            `select split_part(reference, '/', 2)::int as place, service_id from corporate.stage
           where reference like '${run}/%' order by place`,
          );
          const stages = steps.flatMap((step, place) =>
            'word' in step ? [] : [{ place, service_id: expected(step) }],
          );
          expect(found).toEqual(stages);
        },
      ),
      { numRuns: 15, seed: 11 },
    );
  });

  it('are known of what was recorded before that was kept with each stage', async () => {
    await tell([PARX, CODE]);
    await record(
      unknown('1'),
      unknown('2', {
        serviceWritten: 'Highways',
        serviceId: 'highways',
        channel: 'Email',
        closureReason: 'WITHDRAWN',
      }),
      unknown('3', { serviceWritten: null, channelWritten: null, closureCodeWritten: null }),
    );
    const flags = () =>
      as(
        'analyst',
        'select reference, service_decided as s, channel_decided as c, closure_code_decided as code from corporate.stage order by reference',
      );
    const before = await flags();
    expect(before).toEqual([
      { reference: '1', s: true, c: true, code: true },
      { reference: '2', s: false, c: false, code: false },
      { reference: '3', s: false, c: false, code: false },
    ]);
    const runner = database.owner.createQueryRunner();
    const migration = new (decideWordsAnewMigration('corporate'))();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    expect(await flags()).toEqual(before);
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
