import { documentOf, readAsked } from './asked-operation';

const HASH = 'ab'.repeat(32);
const read = (method: string, url: string, body = '', type?: string) => ({
  request: { method, url, headers: type === undefined ? {} : { 'content-type': type } },
  body: Buffer.from(body),
});
const NOTHING = { query: null, name: null, hash: null, operationName: null, variables: {} };

describe('the document of a request', () => {
  it.each([
    ['POST', '/graphql', '{"query":"{ a }"}', '{ a }'],
    ['POST', '/graphql?query={b}', '{"query":"{ a }"}', '{ a }'],
    ['GET', '/graphql?query=%7B%20a%20%7D&variables=%7B%7D', '', '{ a }'],
    ['GET', '/graphql', '', null],
    ['GET', '/graphql?query=%7B%20a%20%7D&variables=%7B', '', '{ a }'],
    ['POST', '/graphql', '{"query":1}', null],
    ['POST', '/graphql', '[{"query":"{ a }"}]', null],
    ['POST', '/graphql', 'null', null],
    ['POST', '/graphql', '{', null],
  ])('of %s %s with %s is %s', (method, url, body, document) => {
    expect(documentOf(read(method, url, body))).toBe(document);
  });

  it('is found in each media type that a question may be written in', () => {
    expect(documentOf(read('POST', '/graphql', '{ a }', 'application/graphql'))).toBe('{ a }');
    expect(
      documentOf(read('POST', '/graphql', 'query=%7B%20a%20%7D', 'application/x-www-form-urlencoded')),
    ).toBe('{ a }');
  });
});

describe('what a request asks', () => {
  it.each([
    ['a name in an address', read('GET', '/graphql?operation=Calls'), { name: 'Calls' }],
    ['a name in a body', read('POST', '/graphql', '{"operation":"Calls"}'), { name: 'Calls' }],
    ['a name as a document’s id', read('POST', '/graphql', '{"documentId":"Calls"}'), { name: 'Calls' }],
    ['a hash as a document’s id', read('GET', `/graphql?documentId=sha256:${HASH}`), { hash: HASH }],
    [
      'a hash as Apollo’s clients send it',
      read('POST', '/graphql', `{"query":null,"extensions":{"persistedQuery":{"sha256Hash":"${HASH}"}}}`),
      { hash: HASH },
    ],
    [
      'variables, which operation is meant, and its text beside its hash',
      read(
        'POST',
        '/graphql',
        `{"query":"{ a }","operationName":"A","variables":{"a":1},"extensions":{"persistedQuery":{"sha256Hash":"${HASH}"}}}`,
      ),
      { query: '{ a }', operationName: 'A', variables: { a: 1 }, hash: HASH },
    ],
    [
      'variables in an address',
      read('GET', '/graphql?operation=A&variables=%7B%22a%22%3A1%7D'),
      { name: 'A', variables: { a: 1 } },
    ],
    ['nothing', read('GET', '/graphql'), {}],
    ['empty things', read('GET', '/graphql?query=&operation='), {}],
    ['extensions of another kind', read('POST', '/graphql', '{"extensions":{"persistedQuery":7}}'), {}],
  ])('is found: %s', (_, asked, expected) => {
    expect(readAsked(asked)).toEqual({ ...NOTHING, ...expected });
  });

  it.each(['[]', '3', '{"variables":[1]}', '{"operation":{"a":1}}', '{"query":["{ a }"]}'])(
    'is not found in %s',
    (body) => {
      expect(readAsked(read('POST', '/graphql', body))).toBeNull();
    },
  );
});
