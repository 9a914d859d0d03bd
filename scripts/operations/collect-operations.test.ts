import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { problemsOf, together } from './check-operations';
import { collectOperations, OperationsRefused } from './collect-operations';

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

  it('are found wanting where they ask for what there is not, or lack a fragment', () => {
    const place = folder('ours', { 'a.graphql': 'query A { c }', 'b.graphql': 'query B { ...Missing }' });
    expect(problemsOf(collectOperations([place]), schema)).toEqual([
      'A: Cannot query field "c" on type "Query". Did you mean "a" or "b"?',
      'B: Unknown fragment "Missing".',
    ]);
  });
});

describe('what is published together with what was before', () => {
  it('keeps what can still be asked, behind the new', () => {
    const [before] = collectOperations([folder('before', { 'a.graphql': 'query A { a { b } }' })]);
    const [gone] = collectOperations([folder('gone', { 'a.graphql': 'query Gone { c }' })]);
    const now = collectOperations([
      folder('now', { 'a.graphql': 'query A { b }', 'b.graphql': 'query B { b }' }),
    ]);
    if (before === undefined || gone === undefined) throw new Error('Nothing was collected');
    expect(together(now, [before, gone, ...now], schema)).toEqual([...now, before]);
  });
});
