import { readFilter, readFilters } from './filter-parts';

const parts = readFilters(`
  enum Stream { CORPORATE SCHOOLS }
  scalar Date
  input Filter { streams: [Stream!] stages: [Int!] from: Date open: Boolean stream: Stream services: [String!]! }
`).get('Filter');
const read = (text: string) => readFilter(new URLSearchParams(text), parts ?? new Map());

describe('a filter in an address', () => {
  it('is what the graph takes', () => {
    expect(
      read(
        'streams=CORPORATE,SCHOOLS&stages=1,2&from=2021-04-01&open=false&stream=SCHOOLS&services=A%5C%2C+b,C',
      ),
    ).toEqual({
      ...{
        streams: ['CORPORATE', 'SCHOOLS'],
        stages: [1, 2],
        from: '2021-04-01',
        open: false,
        stream: 'SCHOOLS',
      },
      services: ['A, b', 'C'],
    });
    expect(read('')).toEqual({});
  });

  it.each([
    ['stream=schools', '`stream` holds "schools". Write `CORPORATE`, `SCHOOLS`.'],
    ['streams=', '`streams` holds "".'],
    ['stages=1.5', '`stages` holds "1.5". Write whole numbers.'],
    ['open=1', '`open` holds "1". Write `true`, `false`.'],
    ['from=a&from=b', 'The parameter `from` is there twice.'],
    ['__proto__=a', 'There is no parameter `__proto__`. There are `streams`, `stages`, '],
    [`${'x'.repeat(100)}=a`, `There is no parameter \`${'x'.repeat(40)}…\`.`],
  ])('is refused with what there is: %s', (text, says) => {
    expect(() => read(text)).toThrow(says);
  });
});
