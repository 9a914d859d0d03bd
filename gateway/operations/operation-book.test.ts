import fc from 'fast-check';
import { Kind, parse, print } from 'graphql';
import { createOperationBook } from './operation-book';
import { plainText, type TrustedOperation, trustedOperation } from './trusted-operation';

const TEXT =
  'query Who($a: Int) { ...Me } fragment Me on Query { whoAmI(afterMillis: $a) ...It } fragment It on Query { __typename }';
const of = (text: string) => trustedOperation(parse(text)) as TrustedOperation;
const book = createOperationBook([of('query Who { whoAmI }'), of(TEXT)]);

describe('an operation that is trusted', () => {
  it('is the same however it is written', () => {
    const { definitions } = parse(TEXT);
    const spaces = fc.array(fc.constantFrom(' ', '\n', '\t', ',', '# a comment\n'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.shuffledSubarray([...definitions], { minLength: 3 }), spaces, (shuffled, between) => {
        const written = print({ kind: Kind.DOCUMENT, definitions: shuffled }).replaceAll(
          /\s+/g,
          between.join(''),
        );
        expect(book.byText(written)?.hash).toBe(of(TEXT).hash);
      }),
    );
    expect(plainText(parse(plainText(parse(TEXT))))).toBe(plainText(parse(TEXT)));
  });

  it.each(['{ whoAmI }', 'query A { a } query B { b }', 'fragment A on Query { a }'])(
    'is one operation with a name, and not %s',
    (text) => {
      expect(trustedOperation(parse(text))).toBeNull();
    },
  );
});

describe('the book of operations', () => {
  it('finds each by its words and by its hash, and the first of a name by that', () => {
    expect(book.byName('Who')?.text).not.toContain('$a');
    expect(book.byHash(of(TEXT).hash.toUpperCase())?.text).toBe(of(TEXT).text);
    expect(book.byText(TEXT)?.hash).toBe(of(TEXT).hash);
    expect(book.byText(TEXT)?.hash).toBe(of(TEXT).hash);
  });

  it.each([
    ['of another name', 'query Whom { whoAmI }'],
    ['with one field more', 'query Who { whoAmI __typename }'],
    ['under an alias', 'query Who { me: whoAmI }'],
    ['with another operation beside it', 'query Who { whoAmI } query Other { audit }'],
    ['with a fragment more', 'query Who { whoAmI } fragment A on Query { audit }'],
    ['in pieces', 'query Who {'],
    ['deeper than any that is read', `query Who { whoAmI(a: ${'['.repeat(5_000)}${']'.repeat(5_000)}) }`],
    ['empty', ''],
  ])('finds no text %s', (_, text) => {
    expect(book.byText(text)).toBeNull();
  });

  it('finds nothing under what every object has', () => {
    expect([book.byName('constructor'), book.byHash('toString'), book.byName('')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
