import { buildSchema, parse, print } from 'graphql';
import type { RefusedAsking } from '../../audit/refusal-book';
import { closedCases } from './closed-cases';

const schema = buildSchema(
  'type Query { case: Case } type Case { id: ID people: [String] openToCaller: Boolean }',
);
const noted: RefusedAsking[] = [];
const plugin = closedCases(new Map([['Case', new Set(['people'])]]), {
  note: (each) => void noted.push(each),
});
const caller = { identity: { subject: 'cora', role: 'officer' }, requestId: 'r-1' };

function executed(query: string, data: object) {
  const args = { document: parse(query), schema, contextValue: { caller } };
  let result: { data?: unknown; errors?: readonly { message: string }[] } = { data };
  const done = plugin.onExecute?.({ args } as never) as
    | { onExecuteDone(of: { result: object; setResult(next: object): void }): void }
    | undefined;
  done?.onExecuteDone({
    result,
    setResult: (next) => {
      result = next;
    },
  });
  return { asked: print(args.document).replace(/\s+/g, ' '), result };
}

describe('people of closed cases, at the gateway', () => {
  it('are asked for with the decision, and given by it', () => {
    const open = executed('{ case { people } }', { case: { people: ['a'], open0: true } });
    expect(open).toEqual({
      asked: '{ case { people open0: openToCaller } }',
      result: { data: { case: { people: ['a'] } } },
    });
    const closed = executed('{ case { people } }', { case: { people: ['a'], open0: false } });
    expect(closed.result).toMatchObject({
      data: { case: { people: null } },
      errors: [{ path: ['case', 'people'] }],
    });
  });

  it('are noted as refused where the part gave none of them, since the case is closed', () => {
    noted.length = 0;
    expect(executed('{ case { people } }', { case: { people: [], open0: false } }).result).toEqual({
      data: { case: { people: [] } },
    });
    const refused = { actor: 'cora', role: 'officer', code: 'CASE_CLOSED', asked: [], requestId: 'r-1' };
    expect(noted).toEqual([refused]);
    executed('{ case { people } }', { case: { people: [], open0: true } });
    expect(noted).toHaveLength(1);
  });

  it('cost nothing where they are not asked for', () => {
    const data = { case: { id: '1' } };
    expect(executed('{ case { id } }', data)).toEqual({ asked: '{ case { id } }', result: { data } });
  });
});
