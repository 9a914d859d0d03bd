import fc from 'fast-check';
import { buildSchema, execute, Kind, parse, print, type SelectionNode, visit } from 'graphql';
import { laterApart } from './later-apart';

const SCHEMA = buildSchema(`type Query { a: Query b: [Query] c: [Int] d: Int }`);
const ROOT = { a: () => ROOT, b: () => [ROOT, null, ROOT], c: [1, 2, 2], d: 3 };

const anyField = (deeper: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.constantFrom('c', 'd', 'e: d', 'f: c'),
    fc.tuple(fc.constantFrom('a', 'b', 'g: b'), deeper).map(([name, set]) => `${name} ${set}`),
    deeper.map((set) => `... ${set}`),
    deeper.map((set) => `... on Query ${set}`),
    fc.constantFrom('...One', '...Two'),
  );
const { set } = fc.letrec<{ set: string }>((tie) => ({
  set: fc
    .array(fc.oneof({ maxDepth: 3 }, fc.constantFrom('c', 'd', '...One', 'b { d }'), anyField(tie('set'))), {
      minLength: 1,
      maxLength: 4,
    })
    .map((selections) => `{ ${selections.join(' ')} }`),
}));
const FRAGMENTS = 'fragment One on Query { b { c ...Two } c } fragment Two on Query { a { d } b { d } f: c }';

describe('laterApart', () => {
  const asked = set.map((text) => parse(`${text} ${FRAGMENTS}`));

  it('leaves what a document means', () => {
    fc.assert(
      fc.property(asked, (document) => {
        const answer = (one: typeof document) => execute({ schema: SCHEMA, document: one, rootValue: ROOT });
        expect(answer(laterApart(document))).toEqual(answer(document));
      }),
    );
  });

  it('leaves no field beside another that answers by the same name', () => {
    fc.assert(
      fc.property(asked, (document) => {
        const found: string[] = [];
        visit(laterApart(document), { SelectionSet: (node) => void found.push(...twice(node.selections)) });
        expect(found).toEqual([]);
      }),
    );
  });

  it('gives a document back as it is, where nothing is selected again', () => {
    const document = parse('{ a { c } b { d ...One } } fragment One on Query { c }');
    expect(laterApart(document)).toBe(document);
  });

  it('stands apart: what comes again', () => {
    expect(print(laterApart(parse('{ b { c } b { d } }'))).replaceAll(/\s+/g, ' ')).toBe(
      '{ b { c } ... { b { d } } }',
    );
  });
});

/** The names of fields that stand in a selection again, as written. */
function twice(selections: readonly SelectionNode[]): string[] {
  const names = selections.flatMap((one) =>
    one.kind === Kind.FIELD ? [one.alias?.value ?? one.name.value] : [],
  );
  return names.filter((name, place) => names.indexOf(name) !== place);
}
