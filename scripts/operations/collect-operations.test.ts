import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { problemsOf, together } from './check-operations';
import { collectOperations } from './collect-operations';
import { OperationsRefused } from './read-operations';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'operations-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A folder with these files. */
function folder(name: string, files: Readonly<Record<string, string>>): string {
  const place = path.join(root, name);
  mkdirSync(place);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(place, file), text);
  return place;
}

const schema = buildSchema('type Query { a: Query b: Int }');

describe('operations that are collected', () => {
  it('have the fragments that they need, through others, out of their own folder', () => {
    const ours = folder('ours', {
      'one.graphql': 'query One { a { ...A } }',
      'parts.graphql': 'fragment A on Query { b ...B } fragment B on Query { b } fragment C on Query { b }',
      'two.graphql': 'query Two { b }',
      'notes.md': 'query Three { b }',
    });
    const theirs = folder('theirs', { 'a.graphql': 'query Their { ...A } fragment A on Query { a { b } }' });
    const [one, two, their] = collectOperations([ours, theirs]);
    expect(one?.text.match(/fragment \w/g)).toEqual(['fragment A', 'fragment B']);
    expect([two?.name, their?.name]).toEqual(['Two', 'Their']);
    expect(problemsOf(collectOperations([ours, theirs]), schema)).toEqual([]);
  });

  it.each([
    ['without a name', { 'a.graphql': '{ b }' }, 'has no name'],
    ['of one name twice', { 'a.graphql': 'query A { b }', 'b.graphql': 'query A { a { b } }' }, 'called A'],
    ['in no GraphQL', { 'a.graphql': 'query A {' }, 'a.graphql cannot be read: Syntax Error'],
  ])('are refused %s', (_, files, says) => {
    const place = folder('ours', files);
    expect(() => collectOperations([place])).toThrow(says);
    expect(() => collectOperations([place])).toThrow(OperationsRefused);
  });

  it('are refused out of a folder that is not there', () => {
    expect(() => collectOperations([path.join(root, 'nowhere')])).toThrow('is not there');
  });

  it('are read from code, below the folder too, and from nobody else’s', () => {
    const place = folder('code', {
      'list.ts': "import { gql } from 'x';\nexport const A = gql`query A { a { ...P } } $".concat(
        '{P}`;\nconst n: number = 1;',
      ),
      'notes.ts': 'const graphql = "query None { b }";',
    });
    for (const [name, text] of [
      ['views', 'const P = gql`fragment P on Query { b }`; const B = <b>{gql`query B { b }`}</b>;'],
      ['node_modules', 'const C = gql`query C { b }`;'],
      ['__generated__', 'const D = gql`query D { b }`;'],
    ] as const) {
      mkdirSync(path.join(place, name));
      writeFileSync(path.join(place, name, 'index.tsx'), `import { gql } from 'x'; ${text}`);
    }
    const found = collectOperations([], [place]);
    expect(found.map(({ name, file }) => [name, path.relative(place, file)])).toEqual([
      ['A', 'list.ts'],
      ['B', path.join('views', 'index.tsx')],
    ]);
    expect(problemsOf(found, schema)).toEqual([]);
  });

  it('are one where they are written twice in the same words', () => {
    const place = folder('twice', { 'a.graphql': 'query A { b }', 'b.graphql': 'query A {  b }' });
    expect(collectOperations([place])).toHaveLength(1);
  });

  it('are refused in code that cannot be read', () => {
    const place = folder('bad', { 'a.ts': 'const a = gql`query A { b }` const' });
    expect(() => collectOperations([], [place])).toThrow('a.ts cannot be read');
  });

  it('are not sought in code where they stand in texts: what reads it is not installed with the product', () => {
    const code = { 'a.ts': 'const a = gql`query A { b }` const', 'b.graphql': 'query B { b }' };
    expect(collectOperations([folder('ours', code)]).map(({ name }) => name)).toEqual(['B']);
  });

  it('are found wanting where they ask for what there is not, or lack a fragment', () => {
    const place = folder('ours', { 'a.graphql': 'query A { c }', 'b.graphql': 'query B { ...Missing }' });
    expect(problemsOf(collectOperations([place]), schema)).toEqual([
      `A (${path.join(place, 'a.graphql')}): Cannot query field "c" on type "Query". Did you mean "a" or "b"?`,
      `B (${path.join(place, 'b.graphql')}): Unknown fragment "Missing".`,
    ]);
  });
});

describe('what is published together with what was before', () => {
  it('keeps what can still be asked, behind the new, and tells what cannot', () => {
    const [before] = collectOperations([folder('before', { 'a.graphql': 'query A { a { b } }' })]);
    const [gone] = collectOperations([folder('gone', { 'a.graphql': 'query Gone { c }' })]);
    const now = collectOperations([
      folder('now', { 'a.graphql': 'query A { b }', 'b.graphql': 'query B { b }' }),
    ]);
    if (before === undefined || gone === undefined) throw new Error('Nothing was collected');
    const { all, unanswered } = together(now, [before, gone, ...now], schema);
    expect(all).toEqual([...now, before]);
    expect(unanswered.map(({ name }) => name)).toEqual(['Gone']);
  });
});
