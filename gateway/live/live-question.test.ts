import { buildSchema, parse, validate } from 'graphql';
import { askedAgain } from './asked-again';
import { readLiveQuestion, subscriptionIn } from './live-question';
import type { LiveQuestion } from './question';

const schema = buildSchema(`
  enum Measure { RECEIVED OPEN }
  enum Stream { CORPORATE ADULTS }
  type Figure { measure: Measure value: Float }
  interface Complaint { id: ID! reference: String }
  type CorporateComplaint implements Complaint { id: ID! reference: String }
  type Query { figures(measures: [Measure!]!, asAt: String): [Figure!] complaint(id: ID): Complaint }
  type Subscription {
    figuresChanged(measures: [Measure!]!, asAt: String): [Figure!]
    complaintChanged(stream: Stream!): Complaint
  }`);
const asking = (query: string, operationName: string | null = null, variables: object = {}) => ({
  ...{ query, operationName, name: null, hash: null },
  variables: { ...variables },
});
const read = (query: string, operationName: string | null = null, variables: object = {}) => {
  const asked = asking(query, operationName, variables);
  const document = subscriptionIn(asked);
  if (document === null) throw new Error('It is no subscription');
  return readLiveQuestion(document, asked, schema);
};
const questionOf = (...asked: Parameters<typeof read>): LiveQuestion => {
  const question = read(...asked);
  if (!('kind' in question)) throw new Error(question.map(({ message }) => message).join());
  expect(validate(schema, parse(question.document))).toEqual([]);
  return question;
};
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('what a subscription asks again', () => {
  it.each([
    [
      'figures under the name that the answer has',
      'subscription { figuresChanged(measures: [OPEN]) { value } }',
      '{ figuresChanged: figures(measures: [OPEN]) { value } }',
    ],
    [
      'figures under another name, by variables, with what stands at them',
      'subscription ($m: [Measure!]!, $w: Boolean!) { now: figuresChanged(measures: $m) { value @include(if: $w) } }',
      'query ($m: [Measure!]!, $w: Boolean!) { now: figures(measures: $m) { value @include(if: $w) } }',
    ],
    [
      'figures through fragments at its root',
      'subscription { ...F } fragment F on Subscription { ... on Subscription { figuresChanged(measures: []) { value } } }',
      '{ ...F } fragment F on Query { ... on Query { figuresChanged: figures(measures: []) { value } } }',
    ],
    [
      'one complaint in place of a stream’s',
      'subscription { complaintChanged(stream: ADULTS) { id ... on CorporateComplaint { reference } } }',
      'query ($complaint: ID!) { complaintChanged: complaint(id: $complaint) { id ... on CorporateComplaint { reference } } }',
    ],
    [
      'one complaint, without variables that nothing uses any more, and by one that nothing is called',
      'subscription ($complaint: Stream!, $w: Boolean!) { told: complaintChanged(stream: $complaint) { id @skip(if: $w) } }',
      'query ($w: Boolean!, $complaint_: ID!) { told: complaint(id: $complaint_) { id @skip(if: $w) } }',
    ],
  ])('is %s', (_, subscription, question) => {
    const variables = { m: [], w: true, complaint: 'CORPORATE' };
    const { document } = questionOf(subscription, null, variables);
    expect(plain(document.split('\n\n').sort().join(' '))).toBe(
      plain(
        question.replace(/^(.*?) (fragment .*)$/, (_all, own, fragment) => [own, fragment].sort().join(' ')),
      ),
    );
  });

  it('names the part whose complaints are told, from a literal, a variable, or its default', () => {
    const ask = (head: string, stream: string, variables = {}) =>
      questionOf(`subscription S ${head} { complaintChanged(stream: ${stream}) { id } }`, 'S', variables);
    expect(ask('', 'ADULTS')).toMatchObject({ source: 'adults', key: 'complaintChanged' });
    expect(ask('($s: Stream!)', '$s', { s: 'CORPORATE' })).toMatchObject({ source: 'corporate' });
    expect(ask('($s: Stream! = ADULTS)', '$s')).toMatchObject({ source: 'adults' });
  });

  it('is the operation that is meant, and nothing of the others', () => {
    const text = `query A { figures(measures: []) { value } }
      subscription B { figuresChanged(measures: [OPEN]) { ...V } }
      fragment V on Figure { value } subscription C { complaintChanged(stream: ADULTS) { id } }`;
    const { document, kind } = questionOf(text, 'B');
    expect(kind).toBe('figures');
    expect(document).not.toContain('query A');
    expect(document).not.toContain('subscription');
  });

  it.each([
    [
      'a field that there is not',
      'subscription { figuresChange(measures: []) { value } }',
      'Cannot query field',
    ],
    [
      'two fields',
      'subscription { a: figuresChanged(measures: []) { value } b: complaintChanged(stream: ADULTS) { id } }',
      'only one top level field',
    ],
    [
      'its schema',
      'subscription { __schema { types { name } } }',
      'must not select an introspection top level field',
    ],
    ['a field without what it needs', 'subscription { complaintChanged { id } }', 'argument "stream"'],
  ])('is refused with %s, and suggests nothing', (_, query, says) => {
    const faults = read(query);
    expect(faults).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining(says),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      }),
    );
    expect(JSON.stringify(faults)).not.toContain('Did you mean');
  });

  it('is refused with a variable that does not fit, and where it leaves its field out', () => {
    const figures = 'subscription ($m: [Measure!]!) { figuresChanged(measures: $m) { value } }';
    expect(read(figures, null, { m: ['CLOSED'] })).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    const document = parse('subscription { figuresChanged(measures: []) @skip(if: true) { value } }');
    expect(askedAgain(document, { schema, given: {}, variables: {} })).toBeNull();
  });

  it.each([
    ['a query', '{ figures(measures: []) { value } }', null],
    ['a query that speaks of one', '{ figures(measures: []) { subscription: value } }', null],
    ['another operation than the one meant', 'query A { a } subscription B { b }', 'A'],
    ['what is no GraphQL', 'subscription {', null],
    ['what is too long to be read', `subscription { ${'a '.repeat(6_000)} }`, null],
  ])('is not looked for in %s', (_, query, operationName) => {
    expect(subscriptionIn(asking(query, operationName))).toBeNull();
  });
});
