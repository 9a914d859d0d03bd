import { buildSchema, parse, print } from 'graphql';
import { closedCases } from './closed-cases';

const schema = buildSchema(
  'type Query { case: Case } type Case { id: ID people: [String] openToCaller: Boolean }',
);
const plugin = closedCases(new Map([['Case', new Set(['people'])]]));

function executed(query: string, data: object) {
  const args = { document: parse(query), schema };
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

  it('cost nothing where they are not asked for', () => {
    const data = { case: { id: '1' } };
    expect(executed('{ case { id } }', data)).toEqual({ asked: '{ case { id } }', result: { data } });
  });
});
