import { callRecorded } from '../../../contracts/events/call-recorded';
import { fixedClock } from '../../../platform/config/clock';
import type { Identity } from '../../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { withSettings } from '../../../platform/testing/with-settings';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { aCall, keep, remove } from '../testing';
import { dealWithCall } from './deal-with-call';
import { callComplaints } from './follow-complaints';
import { callsToDealWith } from './list-calls';
import { momentOf } from './loaders';
import { callNotFound } from './results';

const OFFICER: Partial<Identity> = { subject: 'olu', role: 'officer', streams: ['corporate'] };
const TODAY = '2026-05-13';

let database: TestDatabase;
let part: ServedPart;
beforeEach(async () => {
  database = await testDatabase([subgraph]);
  const on = (callId: string, offeredOn: string, more = {}) =>
    aCall({ callId, offeredOn, offeredAt: `${offeredOn}T09:00:00.000Z`, ...more });
  await keep(database.of('telephony'), [
    on('late', '2026-05-12'),
    on('early', '2026-05-11', { answered: false, waitSeconds: 41 }),
    on('untimed', '2026-05-11', { offeredAt: null, callerNumber: null }),
    on('adults', '2026-05-12', { group: 'Complaints - ASC', clearedFor: ['adults'] }),
    on('nowhere', '2026-05-12', { group: null, clearedFor: ['corporate'] }),
    on('old', '2026-04-01'),
  ]);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('telephony'), today: TODAY },
    person: { subject: 'olu', role: 'officer' },
  });
});
afterEach(async () => {
  await part.stop();
  await database.stop();
});

const keyOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function ask(query: string, as: Partial<Identity> = OFFICER): Promise<any> {
  const { data, errors } = await part.ask(query, as);
  return errors ? { refused: errors.map(({ extensions }) => extensions?.code) } : data;
}
const LIST = '{ list: callsToDealWith { totalCount edges { node { id } } } }';
const ids = async (question = LIST, as = OFFICER): Promise<string[]> =>
  (await ask(question, as)).list.edges.map(({ node }: { node: { id: string } }) => node.id);
const OUTCOMES = 'outcomes { kind complaintId stream note by at }';
const deal = (callId: string, number = 1, more = '', as = OFFICER) =>
  ask(
    `mutation { r: dealWithCall(key: "${keyOf(number)}", callId: "${callId}", outcome: CHASED ${more}) { __typename
       ... on Refusal { code } ... on CallDealtWith { call { id ${OUTCOMES} } }
       ... on CallDealtWithBefore { call { ${OUTCOMES} } } ... on CommandUnusable { part } } }`,
    as,
  );
const recorded = (callId: string, ...streams: string[]) =>
  inTransaction(database.of('telephony'), { subject: 'projection', role: 'projection' }, (transaction) =>
    callComplaints.apply(
      transaction,
      streams.map((stream, place) => ({
        ...{ kind: callRecorded.kind, subject: callId, version: 1, at: new Date('2026-05-12T10:00:00Z') },
        payload: {
          ...{ callId, authority: 'stockport', stream },
          complaintId: `${stream.toLowerCase()}-1`,
        },
        position: { xid: '1', id: String(place) },
      })),
      fixedClock(TODAY),
    ),
  );
const audited = () =>
  withSettings(database.of('telephony'), { subject: 'aud', role: 'auditor' }, (runner) =>
    runner.query('select actor, action, record_id from telephony.audit_entry order by id'),
  );
const CHASED = { kind: 'CHASED', complaintId: null, stream: null, note: 'About the bin', by: 'olu' };

describe('calls to deal with', () => {
  it('are those of the last 30 days to a known group that the officer is cleared for, the oldest first', async () => {
    expect(await ids()).toEqual(['untimed', 'early', 'late']);
    expect(await ids(LIST, { ...OFFICER, streams: ['adults'] })).toEqual(['adults']);
    expect(await ids(LIST, { ...OFFICER, streams: ['schools'] })).toEqual([]);
    expect((await ask(LIST)).list.totalCount).toBe(3);
    expect(typeof callsToDealWith).toBe('function');
  });

  it('are narrowed by group and days, and come page by page', async () => {
    const listed = (asked: string) => ids(`{ list: callsToDealWith(${asked}) { edges { node { id } } } }`);
    expect(await listed('from: "2026-04-01", to: "2026-05-11"')).toEqual(['old', 'untimed', 'early']);
    expect(await listed('group: "Complaints - ASC"')).toEqual([]);
    const page = '{ list: callsToDealWith(first: 2) { edges { node { id } } pageInfo { endCursor } } }';
    const { list } = await ask(page);
    expect(await listed(`first: 2, after: "${list.pageInfo.endCursor}"`)).toEqual(['late']);
    expect(await ask('{ list: callsToDealWith(from: "2026-13-01") { totalCount } }')).toEqual({
      refused: ['BAD_USER_INPUT'],
    });
  });

  it.each<[string, Partial<Identity>]>([
    ['not signed in', { scopes: [] }],
    ['a manager', { subject: 'mark', role: 'manager', services: ['highways'] }],
    ['an analyst', { subject: 'ana', role: 'analyst' }],
    ['a key of an officer', { ...OFFICER, credential: 'key' }],
  ])('are closed to %s, as are the commands', async (_, as) => {
    expect((await ask(LIST, as)).refused).toEqual(['FORBIDDEN']);
    expect((await ask('{ c: telephoneCall(id: "late") { id } }', as)).refused).toEqual(['FORBIDDEN']);
    expect((await deal('late', 1, '', { streams: [], ...as })).refused).toEqual(['FORBIDDEN']);
  });

  it('tell what to record a complaint with', async () => {
    const fields = 'id group streams offeredOn offeredAt answered waitSeconds outcomes { kind }';
    expect(await ask(`{ c: telephoneCall(id: "early") { ${fields} } }`)).toEqual({
      c: {
        ...{ id: 'early', group: 'Complaints', streams: ['CORPORATE'], offeredOn: '2026-05-11' },
        ...{ offeredAt: '2026-05-11T09:00:00.000Z', answered: false, waitSeconds: 41, outcomes: [] },
      },
    });
    expect(await ask('{ c: telephoneCall(id: "adults") { id } }')).toEqual({ c: null });
    expect(await audited()).toEqual([]);
  });

  it('tell the number that was called from, each reading with its entry in the log', async () => {
    const { list } = await ask('{ list: callsToDealWith { edges { node { id callerNumber } } } }');
    expect(list.edges.map(({ node }: { node: { callerNumber: string } }) => node.callerNumber)).toEqual([
      ...[null, '01614960171', '01614960171'],
    ]);
    const read = { actor: 'olu', action: 'CALL_NUMBER_READ' };
    expect(await audited()).toEqual([
      { ...read, record_id: 'early' },
      { ...read, record_id: 'late' },
    ]);
  });
});

describe('dealing with a call', () => {
  it('keeps what became of it, once by one key', async () => {
    for (const _ of [1, 2])
      expect((await deal('late', 1, 'note: " About the bin "')).r).toMatchObject({
        __typename: 'CallDealtWith',
        call: { id: 'late', outcomes: [CHASED] },
      });
    expect(await ids()).toEqual(['untimed', 'early']);
    expect(await audited()).toEqual([{ actor: 'olu', action: 'CALL_DEAL_WITH', record_id: 'late' }]);
    expect(typeof dealWithCall).toBe('function');
  });

  it('refuses another with the same key, another key for the same, and what cannot be meant', async () => {
    await deal('late', 1, 'note: "About the bin"');
    const keyIn = { __typename: 'CommandUnusable', part: 'key' };
    expect((await deal('late', 1)).r).toMatchObject(keyIn);
    expect((await deal('early', 1)).r).toMatchObject(keyIn);
    expect((await deal('late', 1, 'note: "About the bin"', { ...OFFICER, subject: 'cora' })).r).toMatchObject(
      keyIn,
    );
    expect((await deal('late', 2)).r).toMatchObject({
      ...{ __typename: 'CallDealtWithBefore', code: 'CALL_DEALT_WITH_BEFORE', call: { outcomes: [CHASED] } },
    });
    expect((await deal('early', 3, `note: "${'x'.repeat(1001)}"`)).r).toMatchObject({ part: 'note' });
    expect((await deal('adults', 4)).r).toMatchObject({ code: 'CALL_NOT_FOUND' });
    const { __typename } = callNotFound();
    expect((await deal('none', 4)).r).toEqual({ __typename, code: 'CALL_NOT_FOUND' });
    expect(await audited()).toHaveLength(1);
  });

  it('has one of two people at once say what became of it', async () => {
    const said = await Promise.all([deal('late', 1), deal('late', 2)]);
    expect(said.map(({ r }) => r.__typename).sort()).toEqual(['CallDealtWith', 'CallDealtWithBefore']);
  });

  it('leaves no note behind where the call is removed, and is not undone by its coming again', async () => {
    await deal('late', 1, 'note: "About the bin"');
    const call = aCall({ callId: 'late', offeredOn: '2026-05-12' });
    await remove(database.of('telephony'), [call]);
    await keep(database.of('telephony'), [call]);
    const { c } = await ask(`{ c: telephoneCall(id: "late") { ${OUTCOMES} } }`);
    expect(c.outcomes).toMatchObject([{ ...CHASED, note: null }]);
  });
});

describe('a call of which a complaint was recorded', () => {
  it('was dealt with when it was recorded', () => {
    const recorded_at = new Date('2026-05-12T10:00:00Z');
    const ids = { authority: 'stockport', call_id: 'late', complaint_id: 'corporate-1' };
    expect(momentOf({ ...ids, stream: 'CORPORATE', recorded_at, version: 1 })).toBe(recorded_at);
  });

  const COMPLAINT = { kind: 'COMPLAINT', stream: 'CORPORATE', by: null, note: null };

  it('is dealt with, however often its stream says so', async () => {
    for (const _ of [1, 2]) await recorded('late', 'CORPORATE', 'ADULTS');
    expect(await ids()).toEqual(['untimed', 'early']);
    expect((await deal('late')).r).toMatchObject({
      __typename: 'CallDealtWithBefore',
      call: {
        outcomes: [
          { ...COMPLAINT, complaintId: null, stream: 'ADULTS' },
          { ...COMPLAINT, complaintId: 'corporate-1' },
        ],
      },
    });
  });

  it('may be one that is not held here yet', async () => {
    await recorded('later', 'CORPORATE');
    await keep(database.of('telephony'), [aCall({ callId: 'later', offeredOn: '2026-05-12' })]);
    expect(await ids()).not.toContain('later');
  });

  it('is to be dealt with again where all is read anew, until it comes', async () => {
    await recorded('late', 'CORPORATE');
    await inTransaction(
      database.of('telephony'),
      { subject: 'projection', role: 'projection' },
      async (transaction) => callComplaints.reset?.(transaction),
    );
    expect(await ids()).toContain('late');
  });
});
