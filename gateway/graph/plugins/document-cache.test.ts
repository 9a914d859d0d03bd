import { parse } from 'graphql';
import { boundedDocumentCache, createDocumentCache } from './document-cache';

const document = parse('{ a }');

describe('the documents that are kept', () => {
  it('are those that were used last, as many as may be', () => {
    const cache = createDocumentCache({ maxDocuments: 2 });
    cache.set('a', document);
    cache.set('b', document);
    expect(cache.get('a')).toBe(document);
    cache.set('c', document);
    expect(['a', 'b', 'c'].map((text) => cache.get(text) === document)).toEqual([true, false, true]);
  });

  it('are no longer together than may be, each counted once', () => {
    const cache = createDocumentCache({ maxCharacters: 10 });
    for (let times = 0; times < 5; times += 1) cache.set('#'.repeat(6), document);
    expect(cache.get('#'.repeat(6))).toBe(document);
    cache.set('a'.repeat(5), document);
    expect([cache.get('#'.repeat(6)), cache.get('a'.repeat(5))]).toEqual([undefined, document]);
    cache.set('b'.repeat(11), document);
    expect(cache.get('b'.repeat(11))).toBeUndefined();
  });

  it('are asked for and told in the place of the runtime’s own', () => {
    const theirs = { onParse: () => 'the documentCache of theirs', onValidate: () => undefined };
    const cache = createDocumentCache();
    const init = boundedDocumentCache(cache).onPluginInit as (given: object) => void;
    init({ plugins: [{ onParse() {}, onExecute() {} }, theirs] });
    const onParse = theirs.onParse as unknown as (given: object) => ((done: object) => void) | undefined;
    const given: unknown[] = [];
    const ask = (text: string) =>
      onParse({ params: { source: text }, setParsedDocument: (known: unknown) => given.push(known) });
    ask('{ b }')?.({ result: new Error('no GraphQL') });
    ask('{ a }')?.({ result: document });
    expect(ask('{ b }')).toBeDefined();
    expect([ask('{ a }'), ...given]).toEqual([undefined, document]);
  });

  it('are refused where the runtime keeps them elsewhere', () => {
    const init = boundedDocumentCache().onPluginInit as (given: object) => void;
    expect(() => init({ plugins: [{ onParse() {}, onValidate() {} }] })).toThrow('elsewhere');
  });
});
