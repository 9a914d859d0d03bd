import { buildSchema } from 'graphql';
import { ownersOf } from './owners';
import { streamOf } from './stream';

const schema = buildSchema('enum Stream { CORPORATE SCHOOLS TRANSPORT } type Query { a: Stream }');
const streamFor = (owner: string | null, of = schema) => streamOf({ owner }, {}, null, { schema: of });

describe('the stream that something belongs to', () => {
  it('is the one of the schema that is called as its owner, a further one included', () => {
    expect([streamFor('corporate'), streamFor('transport')]).toEqual(['CORPORATE', 'TRANSPORT']);
  });

  it.each([null, '', 'ombudsman', 'telephony', 'constructor', '__proto__'])('is none for %j', (owner) => {
    expect(streamFor(owner)).toBeNull();
  });

  it('is none where the schema has no streams', () => {
    expect(streamFor('corporate', buildSchema('type Query { a: Int }'))).toBeNull();
  });
});

describe('the owners that a filter of streams means', () => {
  it('are as the tables hold them', () => {
    expect(ownersOf(['CORPORATE', 'SCHOOLS'])).toEqual(['corporate', 'schools']);
    expect(ownersOf([])).toEqual([]);
    expect([ownersOf(null), ownersOf(undefined)]).toEqual([null, null]);
  });
});
