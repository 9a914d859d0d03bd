import { parse } from 'graphql';
import { schemaDocument } from './schema-document';

const [ONE, OTHER] = ['type Query { one: Int }', 'type Query { other: Int }'];

describe('a schema as a document', () => {
  it('is read once for all who ask for it', () => {
    const first = schemaDocument(ONE);
    expect(first).toEqual(parse(ONE, { noLocation: true }));
    expect(schemaDocument(ONE)).toBe(first);
  });

  it('is that of the text that is asked for', () => {
    const [one, other] = [schemaDocument(ONE), schemaDocument(OTHER)];
    expect([one, other]).toEqual([ONE, OTHER].map((text) => parse(text, { noLocation: true })));
  });
});
