import type { TestDatabase } from '../../../platform/testing/database';
import type { Context } from '../context';
import {
  ask,
  complaintChanged,
  insightDatabase,
  ombudsmanCaseChanged,
  project,
  stage,
} from '../testing/fixtures';
import { nodesOf } from './nodes';

const KNOWN = ['schools-a', 'ombudsman-lgsco', 'corporate-b'];
const CASE_OF_PARTNER = 'ombudsman-housing';
const UNKNOWN = [
  'corporate-unknown',
  'corporate-stage-b',
  'ombudsman-',
  '',
  '7',
  "' or true --",
  'a\0b',
  'transport-a',
];

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  const complaint = (id: string) =>
    complaintChanged({ id, stages: [stage({ id: id.replace('-', '-stage-'), receivedOn: '2021-05-01' })] });
  await project(database, [
    complaint('schools-a'),
    complaint('corporate-b'),
    ombudsmanCaseChanged({ id: 'ombudsman-lgsco', receivedOn: '2021-05-01' }),
    ombudsmanCaseChanged({
      ...{ id: CASE_OF_PARTNER, receivedOn: '2021-05-01', stream: null, partner: 'stockport-homes' },
    }),
  ]);
});
afterAll(() => database.stop());

const found = (ids: readonly string[], caller?: { role: string; partner?: string }) =>
  ask(database, ({ nodes }: Context) => nodesOf(nodes, ids), caller);

describe('things that are asked for by their ids', () => {
  it('come each in the place of its id, with its type, however often it is asked for', async () => {
    expect(await found([...KNOWN, 'schools-a'])).toEqual([
      { __typename: 'SchoolsComplaint', id: 'schools-a' },
      { __typename: 'OmbudsmanCase', id: 'ombudsman-lgsco' },
      { __typename: 'CorporateComplaint', id: 'corporate-b' },
      { __typename: 'SchoolsComplaint', id: 'schools-a' },
    ]);
  });

  it('are null where nobody knows the id', async () => {
    expect(await found([...UNKNOWN, 'schools-a'])).toEqual([
      ...UNKNOWN.map(() => null),
      { __typename: 'SchoolsComplaint', id: 'schools-a' },
    ]);
  });

  it('are null where the caller may not see them', async () => {
    expect(await found([...KNOWN, CASE_OF_PARTNER], { role: 'auditor' })).toEqual([null, null, null, null]);
    expect(await found([...KNOWN, CASE_OF_PARTNER], { role: 'partner', partner: 'stockport-homes' })).toEqual(
      [...[null, null, null], { __typename: 'OmbudsmanCase', id: CASE_OF_PARTNER }],
    );
  });

  it('are at most 200', async () => {
    const many = Array.from({ length: 201 }, (_, index) => `schools-${index}`);
    expect(await found(many.slice(1))).toHaveLength(200);
    expect(await found(many).catch((error: unknown) => error)).toMatchObject({
      message: '`ids` has 201 ids: ask for at most 200 at a time.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('are none where no id is given', async () => {
    expect(await found([])).toEqual([]);
  });
});
