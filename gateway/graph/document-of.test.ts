import { documentOf } from './document-of';

const of = (request: { method: string; url?: string }, body = '') =>
  documentOf({ request, body: Buffer.from(body) });

describe('the document of a request', () => {
  it.each([
    ['POST', '/graphql', '{"query":"{ a }"}', '{ a }'],
    ['POST', '/graphql?query={b}', '{"query":"{ a }"}', '{ a }'],
    ['GET', '/graphql?query=%7B%20a%20%7D&variables=%7B%7D', '', '{ a }'],
    ['GET', '/graphql', '', null],
    ['POST', '/graphql', '{"query":1}', null],
    ['POST', '/graphql', '[{"query":"{ a }"}]', null],
    ['POST', '/graphql', 'null', null],
    ['POST', '/graphql', '{', null],
  ])('of %s %s with %s is %s', (method, url, body, document) => {
    expect(of({ method, url }, body)).toBe(document);
  });
});
