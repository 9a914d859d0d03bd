import path from 'node:path';
import type { Identity } from '../../platform/identity/identity';
import { opensByRole } from '../../platform/identity/roles';
import { createLogger } from '../../platform/logging/logger';
import { type KeepingPart, keepingPart } from '../../platform/server/testing/kept-answers';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { randomFrom } from '../../platform/testing/random-from';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordHistory } from '../records/record-history';
import { removeHistory } from '../records/remove-history';
import { account, historicStage } from '../records/testing';
import { complaintIdFor, historicStageId } from '../stages/ids';

const KEYS = ['100', '101', '102', '103'];
const source = 'corporate-crm';
const IDS = KEYS.map((key) => complaintIdFor(historicStageId({ stream: 'corporate', source, key })));

const person = (role: string, more: Partial<Identity> = {}): Identity => ({
  ...{ subject: role, role, scopes: opensByRole(role), streams: [], services: [], partner: null },
  ...more,
});
const PEOPLE = [
  person('analyst'),
  person('officer'),
  person('officer', { streams: ['corporate'] }),
  person('manager', { services: ['highways'] }),
];

const COMPLAINTS = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on CorporateComplaint {
  reference references status stage receivedOn dueOn answeredOn closedOn overdue overdueAsAt service directorate
  outcome ward stages { number reference inTime service } } } }`;
const ACCOUNTS = `query ($ids: [_Any!]!) { _entities(representations: $ids) {
  ... on CorporateComplaint { accounts { surname } } } }`;
const DUE = '{ corporateDueIfReceived(stage: 1) { receivedOn answer { dueOn } } }';
const SEARCH = '{ corporateAccountSearch(words: "made") { edges { node { stage } } } }';
const AUDIT = '{ corporateAuditEntries { totalCount } }';

describe('answers of a stream that are kept while its state has the same name', () => {
  let database: TestDatabase;
  let now = Date.parse('2021-06-01T12:00:00Z');
  beforeEach(async () => {
    database = await testDatabase([corporate]);
  });
  afterEach(() => database?.stop());

  const start = (stateSql: string): Promise<KeepingPart> =>
    keepingPart({
      subgraph: { ...corporate, stateSql },
      dataSource: database.of('corporate'),
      clock: { now: () => new Date(now) },
      logger: createLogger({ level: 'silent' }),
      auditSigner: testAuditSigner,
      schemaDirectory: path.join(__dirname, '..', '..', 'schema'),
    });

  /** Changes what answers are read from, or what they depend on, in one of the ways there are. */
  async function change(random: () => number, version: number): Promise<void> {
    const oneOf = <Item>(items: readonly [Item, ...Item[]]): Item =>
      items[Math.floor(random() * items.length)] ?? items[0];
    const key = KEYS[Math.floor(random() * KEYS.length)] ?? '100';
    const target = { stream: corporate.stream, authority: 'stockport' };
    const follow = (follower: string, event: { kind: string; subject: string; payload: object }) =>
      inTransaction(
        database.of('corporate'),
        { subject: 'projection', role: 'projection' },
        (transaction) =>
          corporate.followers
            .find(({ name }) => name === follower)
            ?.apply(
              transaction,
              [{ ...event, version, position: { xid: '1', id: '1' }, at: new Date(now) }],
              { now: () => new Date(now) },
            ) ?? Promise.reject(new Error(`No follower ${follower}`)),
      );
    const day = (month: number) => `2021-0${month}-${10 + Math.floor(random() * 18)}`;
    const changes = [
      () =>
        recordHistory({ ...target, dataSource: database.of('corporate') }, [
          historicStage({
            reference: key,
            receivedOn: '2021-05-04',
            answeredOn: oneOf([null, day(5), day(6)]),
            serviceId: oneOf(['highways', 'planning', null]),
            outcome: oneOf([null, 'UPHELD', 'NOT_UPHELD']),
            own: { ward: oneOf(['Offerton', 'Manor', null]) },
            account: oneOf([null, account({ surname: 'Made-Up' }), account({ surname: 'Made-Over' })]),
          }),
        ]),
      () =>
        inTransaction(database.of('corporate'), { subject: 'import', role: 'import' }, (transaction) =>
          removeHistory(transaction, target, [{ source, key }]),
        ),
      () =>
        follow('names', {
          ...{ kind: 'service-named', subject: 'highways' },
          payload: {
            ...{ id: 'highways', name: `Highways ${version}`, formerNames: [] },
            ...{ directorateId: 'place', directorate: 'Place' },
          },
        }),
      () =>
        follow('holidays', {
          ...{ kind: 'bank-holiday-changed', subject: '2021-06-08' },
          payload: { day: '2021-06-08', name: 'Proclaimed', isKept: random() < 0.5, note: null },
        }),
      () =>
        follow('reach', {
          ...{ kind: 'source-reached', subject: source },
          payload: { source, keepers: ['corporate'], from: '2021-01-01', to: day(5), loadedAt: null },
        }),
      async () => {
        now += 3_600_000 * (1 + Math.floor(random() * 40));
      },
    ];
    await oneOf([() => changes[0]?.(), ...changes])();
  }

  /** Asks between changes what may have been asked before, each question twice. */
  async function askAlong(part: KeepingPart, { seed, rounds }: { seed: number; rounds: number }) {
    const random = randomFrom(seed);
    const ids = IDS.map((id) => ({ __typename: 'CorporateComplaint', id }));
    for (let round = 1; round <= rounds; round += 1) {
      if (random() < 0.6) await change(random, round);
      const identity = PEOPLE[Math.floor(random() * PEOPLE.length)] ?? person('analyst');
      for (const turn of [1, 2]) {
        await part.ask({
          identity: { ...identity, subject: `${turn}` },
          query: COMPLAINTS,
          variables: { ids },
        });
        await part.ask({ identity, query: ACCOUNTS, variables: { ids } });
        await part.ask({ identity, query: DUE });
        await part.ask({ identity, query: SEARCH });
        await part.ask({ identity: person('auditor'), query: AUDIT });
      }
    }
  }

  it('are what a fresh one would be, whatever changed in between, and those that were noted are none', async () => {
    const part = await start(corporate.stateSql ?? '');
    await askAlong(part, { seed: 78, rounds: 60 });
    await part.stop();
    expect(part.stale).toEqual([]);
    // Of all that was asked about people, only what nobody could see is kept.
    expect(part.given()).toBeGreaterThan(150);
  });

  it.each(['stage', 'service_name'])('would be older if %s were not watched', async (table) => {
    // Of a change of a stage its complaint and its account would tell too.
    const tables = table === 'stage' ? ['stage', 'complaint', 'account', 'stage_ward'] : [table];
    for (const each of tables)
      await database.owner.query(`alter table corporate.${each} disable trigger note_change`);
    const part = await start(corporate.stateSql ?? '');
    await askAlong(part, { seed: 78, rounds: 30 });
    await part.stop();
    expect(part.stale).not.toEqual([]);
  });
});

describe('the tables of a stream', () => {
  /** None of these is read for an answer that may be kept. */
  // What `case_tally` sums up changes with `live_case` alone, which is watched.
  const NOT_READ =
    /^(outbox|follower_place|set_aside|migration|change|audit_entry|audit_seal|account_words|description|mapped_word|conflict_of_interest|preserved_people|subject_access|case_opening|case_tally|command_done|many_done|channel_name|call_recorded)$/;

  it.each([corporate, adults])(
    'are watched, save those that no kept answer is read from: $name',
    async (part) => {
      const database = await testDatabase([part]);
      const rows: { name: string; watched: boolean }[] = await database.owner.query(
        `select relname as name, exists (
         select from pg_trigger where tgrelid = pg_class.oid and tgname = 'note_change') as watched
       from pg_class where relnamespace = $1::regnamespace and relkind = 'r'`,
        [part.name],
      );
      await database.stop();
      expect(rows.filter(({ name, watched }) => watched === NOT_READ.test(name))).toEqual([]);
      expect(rows.length).toBeGreaterThan(10);
    },
  );
});
