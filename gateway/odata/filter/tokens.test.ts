import { readLiteral } from './literals';
import { tokensOf } from './tokens';

const read = (expression: string) => tokensOf(expression).map(({ kind, text, at }) => [kind, text, at]);

describe('the pieces of an expression', () => {
  it('are found with their places', () => {
    expect(read(" not(kind in ('o''x', null))")).toEqual([
      ...[
        ['word', 'not', 2],
        ['(', '(', 5],
        ['word', 'kind', 6],
        ['word', 'in', 11],
        ['(', '(', 14],
      ],
      ...[
        ['text', "o'x", 15],
        [',', ',', 21],
        ['word', 'null', 23],
        [')', ')', 27],
        [')', ')', 28],
        ['end', '', 29],
      ],
    ]);
    expect(read('a ge 2021-04-01T00:00:00.5+01:00')[2]).toEqual(['value', '2021-04-01T00:00:00.5+01:00', 6]);
  });

  it.each([
    ["a eq 'x", 'has no end'],
    ['a ; b', '"; b" cannot be read'],
    ['"a"', 'at character 1'],
  ])('%s is refused', (expression, says) => {
    expect(() => tokensOf(expression)).toThrow(says);
  });
});

describe('a value', () => {
  const valueIn = (expression: string, type: Parameters<typeof readLiteral>[1]['type']) => {
    const [token] = tokensOf(expression);
    return readLiteral(token ?? { kind: 'end', text: '', at: 1 }, { name: 'it', type, description: '' });
  };

  it('is of the type of its property', () => {
    expect([valueIn('null', 'text'), valueIn("'null'", 'text'), valueIn('1.50', 'number')]).toEqual([
      null,
      'null',
      '1.50',
    ]);
    expect(() => valueIn('true', 'text')).toThrow('write a text in quotes');
    expect(() => valueIn('1e400', 'number')).toThrow('write a number');
  });
});
