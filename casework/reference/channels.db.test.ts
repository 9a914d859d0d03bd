import { channelNamed } from '../../contracts/events/names';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import type { Scope } from '../../platform/transaction/scope';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { subgraph as schools } from '../../subgraphs/schools/subgraph';
import { channelFollower, findChannel } from './channels';

const FOLLOWS: Scope = { subject: 'projection', role: 'projection' };
const OFFICER: Scope = { subject: 'olu', role: 'officer', streams: ['schools'] };
const follower = channelFollower('schools');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([schools]);
});
afterAll(() => database.stop());

const as = <Result>(scope: Scope, work: (transaction: Transaction) => Promise<Result>) =>
  inTransaction(database.of('schools'), scope, work);
const told = (id: string, name: string, otherNames: readonly string[] = []) => ({
  ...{ kind: channelNamed.kind, subject: id, version: 1, payload: { id, name, otherNames } },
  ...{ position: { xid: '1', id: '1' }, at: new Date('2026-05-11T12:00:00Z') },
});
const apply = (...events: ReturnType<typeof told>[]) =>
  as(FOLLOWS, (transaction) => follower.apply(transaction, events, { now: () => new Date('2026-05-11') }));
const find = (written: string) => as(OFFICER, (transaction) => findChannel(transaction, 'schools', written));

describe('the channels that a stream knows', () => {
  it('are none before directory named any', async () => {
    expect(await find('Email')).toEqual({ name: null, known: [] });
  });

  it('are found by whichever of their names is written, an own name before another’s', async () => {
    await apply(told('phone', 'Phone', ['Telephone', 'Email']), told('email', 'Email', ['E-mail']));
    expect((await find(' telephone ')).name).toBe('Phone');
    expect((await find('EMAIL')).name).toBe('Email');
    expect(await find('Pigeon')).toEqual({ name: null, known: ['Email', 'Phone'] });
  });

  it('have the names that they have now', async () => {
    await apply(told('phone', 'Call', ['Phone']));
    expect((await find('phone')).name).toBe('Call');
    await as(FOLLOWS, (transaction) => follower.reset(transaction));
    expect((await find('phone')).known).toEqual([]);
  });
});
