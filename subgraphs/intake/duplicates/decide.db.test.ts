import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { type Caller, type ServedIntake, serveIntake, withSettings } from '../testing';
import { aRecord, hold, search } from './testing';

let database: TestDatabase;
let served: ServedIntake;
let id: string;
const SAME = { email: 'a@example.org' };
const RECORDS = [aRecord('corporate', '1', SAME), aRecord('childrens', '2', SAME)];
const OFFICER = { role: 'officer', streams: ['corporate', 'childrens'] };

beforeEach(async () => {
  database = await testDatabase([subgraph]);
  await hold(database.of('intake'), RECORDS);
  await search(database.of('intake'), RECORDS);
  served = await serveIntake(database.of('intake'), { subject: 'olu' });
  const { data } = await served.ask('{ likelyDuplicates { edges { node { id } } } }');
  id =
    (data as { likelyDuplicates: { edges: { node: { id: string } }[] } }).likelyDuplicates.edges[0]?.node
      .id ?? '';
});
afterEach(async () => {
  await served.stop();
  await database.stop();
});

const decide = async (what: string, reason: string, as: Partial<Caller> = OFFICER) => {
  const { data, errors } = await served.ask(
    `mutation { done: ${what}(id: "${id}", reason: "${reason}") {
      __typename ... on Refusal { code } ... on DuplicateDecided { duplicate { state reason decidedBy } } } }`,
    as,
  );
  expect(errors).toBeUndefined();
  return data?.done;
};

describe('a pair', () => {
  it('is found by its id, and by the days on which either record was received', async () => {
    const one = async (as: Partial<Caller> = OFFICER) =>
      (await served.ask(`{ likelyDuplicate(id: "${id}") { state } }`, as)).data?.likelyDuplicate;
    expect(await one()).toEqual({ state: 'OPEN' });
    expect(await one({ ...OFFICER, streams: ['corporate'] })).toBeNull();
    const received = async (from: string, to: string) => {
      const { data } = await served.ask(
        `{ likelyDuplicates(where: { receivedFrom: "${from}", receivedTo: "${to}" }) { totalCount } }`,
      );
      return data?.likelyDuplicates;
    };
    expect(await received('2021-05-04', '2021-06-30')).toEqual({ totalCount: 1 });
    expect(await received('2021-05-05', '2021-06-30')).toEqual({ totalCount: 0 });
    expect(await received('2021-01-01', '2021-05-03')).toEqual({ totalCount: 0 });
  });
});

describe('a decision on a pair', () => {
  it('is kept in the name of who decided, recorded, and the same again changes nothing', async () => {
    const decided = {
      __typename: 'DuplicateDecided',
      duplicate: { state: 'CONFIRMED', reason: 'Read both', decidedBy: 'olu' },
    };
    expect(await decide('confirmDuplicate', ' Read both ')).toEqual(decided);
    expect(await decide('confirmDuplicate', 'Again')).toEqual(decided);
    const entries = await withSettings(database.of('intake'), { role: 'auditor' }, (runner) =>
      runner.query('select action, record_id from intake.audit_entry'),
    );
    expect(entries).toEqual([{ action: 'DUPLICATE_CONFIRM', record_id: id }]);
  });

  it('is refused after another one', async () => {
    await decide('refuseDuplicate', 'Two people');
    expect(await decide('confirmDuplicate', 'One person')).toMatchObject({
      code: 'DUPLICATE_DECIDED_ALREADY',
    });
  });

  it('needs a reason, and both records', async () => {
    expect(await decide('confirmDuplicate', ' ')).toMatchObject({ code: 'REASON_UNUSABLE' });
    expect(await decide('confirmDuplicate', 'x', { ...OFFICER, streams: ['corporate'] })).toMatchObject({
      code: 'DUPLICATE_NOT_FOUND',
    });
  });
});
