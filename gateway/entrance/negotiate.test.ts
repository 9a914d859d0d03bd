import { chosenCoding, chosenMediaType } from './negotiate';

const TYPES = ['application/json', 'application/graphql-response+json', 'text/html'] as const;

describe('the media type of an answer', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['text/*', 'text/html'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['application/json;q=0.9, application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json, application/json', 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json', 'application/json'],
    ['*/*;q=0.1, text/html ; Q=0.5', 'text/html'],
    ['*/*, application/json;q=0', 'application/graphql-response+json'],
    ['application/*;q=0.2, application/json;q=0', 'application/graphql-response+json'],
    [',, text/html', 'text/html'],
  ])('that %j asks for is %s', (accept, type) => {
    expect(chosenMediaType(accept, TYPES)?.type).toBe(type);
  });

  it.each([
    'image/png',
    '*/*;q=0',
    'application/json;q=0',
    'text/html;q=2',
    'text/html;q=',
    'json',
    ';',
    '*',
  ])('is none for %j', (accept) => {
    expect(chosenMediaType(accept, TYPES)).toBeNull();
  });

  it('says whether it was asked for by its own name', () => {
    expect(chosenMediaType('*/*', TYPES)?.byName).toBe(false);
    expect(chosenMediaType('*/*;q=0.1, application/json', TYPES)?.byName).toBe(true);
    expect(chosenMediaType(undefined, TYPES)?.byName).toBe(false);
  });
});

describe('the coding of an answer', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['*', 'br'],
    ['*, br;q=0', 'gzip'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['gzip, identity', 'gzip'],
    ['gzip;q=0.5, identity;q=0.2', 'gzip'],
    ['identity;q=0, gzip', 'gzip'],
    ['GZIP;Q=1.0', 'gzip'],
    [undefined, null],
    ['', null],
    ['identity', null],
    ['deflate, zstd', null],
    ['gzip;q=0, br;q=0', null],
    ['*;q=0', null],
    ['gzip;q=0.2, identity;q=0.5', null],
  ])('that %j asks for is %s', (acceptEncoding, coding) => {
    expect(chosenCoding(acceptEncoding, ['br', 'gzip'])).toBe(coding);
  });
});
