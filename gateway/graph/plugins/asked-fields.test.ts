import { parse } from 'graphql';
import type { RefusedAsking } from '../../audit/refusal-book';
import { askedBy, askedFields } from './asked-fields';

function executed(query: string, result: object) {
  const noted: RefusedAsking[] = [];
  const told: string[] = [];
  const caller = {
    ...{ identity: { subject: 'ana', role: 'analyst' }, requestId: 'r-1' },
    noteAsked: (fields: readonly string[]) => void told.push(...fields),
  };
  const args = { document: parse(query), contextValue: { caller }, variableValues: {} };
  const done = askedFields({ note: (each) => void noted.push(each) }).onExecute?.({ args } as never) as
    | { onExecuteDone(of: { result: object }): void }
    | undefined;
  done?.onExecuteDone({ result });
  return { noted, told, asked: askedBy(caller as never) };
}

describe('what a request asks', () => {
  it('is known by the names of the schema, whatever the caller calls it', () => {
    const { told, asked } = executed('{ mine: keys { id } measures { asAt } }', { data: {} });
    expect([told, asked]).toEqual([
      ['keys', 'measures'],
      ['keys', 'measures'],
    ]);
    expect(askedBy({} as never)).toEqual([]);
  });

  it('is noted where it names an id that there is not, without the id', () => {
    const { noted } = executed('{ a: complaint(id: "x") { id } b: key(id: "y") { id } }', {
      data: { a: null, b: { id: 'y' } },
    });
    expect(noted).toEqual([
      { actor: 'ana', role: 'analyst', code: 'NOT_FOUND', asked: ['complaint'], requestId: 'r-1' },
    ]);
  });

  it.each([
    ['is there', '{ complaint(id: "x") { id } }', { data: { complaint: { id: 'x' } } }],
    [
      'failed',
      '{ complaint(id: "x") { id } }',
      { data: { complaint: null }, errors: [{ path: ['complaint'] }] },
    ],
    ['is looked up by no id', '{ caller { subject } }', { data: { caller: null } }],
    ['is a command', 'mutation { complaint(id: "x") { id } }', { data: { complaint: null } }],
    ['was never begun', '{ complaint(id: "x") { id } }', { errors: [] }],
  ])('is not noted where it %s', (_what, query, result) => {
    expect(executed(query, result).noted).toEqual([]);
  });
});
