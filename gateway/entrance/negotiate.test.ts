import { chosenMediaType } from './negotiate';

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
