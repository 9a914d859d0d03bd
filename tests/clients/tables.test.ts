import { compare, type Expected } from './tables';

const expected: Expected = {
  ...{ name: 'fish', view: 'bi.fish', key: ['id'] },
  columns: [
    { name: 'id', type: 'text' },
    { name: 'caught', type: 'boolean' },
    { name: 'on', type: 'day' },
    { name: 'at', type: 'moment' },
    { name: 'share', type: 'number' },
    { name: 'note', type: 'text' },
  ],
  rows: [
    { id: '007', caught: true, on: '2021-04-01', at: '2021-07-01T09:00:00.120Z', share: 1 / 3, note: null },
    { id: '8', caught: false, on: null, at: null, share: 0, note: 'a' },
  ],
};

describe('what a client read, beside what it was to read', () => {
  it('is the same however it orders rows and writes values', () => {
    const found = [
      { id: '8', caught: 'f', on: '', at: '', share: '0', note: 'a' },
      {
        id: '007',
        caught: 1,
        on: '2021-04-01T00:00:00',
        at: '2021-07-01 10:00:00.12+01',
        share: '0.333333333333333',
        note: '',
      },
    ];
    expect(compare(expected, found)).toEqual({ rows: 2, cells: 12, differences: [] });
  });

  it.each([
    [{ id: '7' }, '007 is missing'],
    [{ caught: 'f' }, '007: caught is f and not true'],
    [{ on: '2021-04-02' }, '007: on is 2021-04-02 and not 2021-04-01'],
    [{ at: '2021-07-01 10:00:00.12+00' }, '007: at is'],
    [{ share: 0.3334 }, '007: share is 0.3334'],
    [{ note: 'NULL' }, '007: note is NULL and not null'],
    [{ share: null }, '007: share is null'],
  ])('is not where %j is read', (otherwise, says) => {
    const [first, second] = expected.rows;
    expect(compare(expected, [{ ...first, ...otherwise }, { ...second }]).differences[0]).toContain(says);
  });

  it('is not where a row is there that is not to be', () => {
    expect(compare(expected, [...expected.rows, { id: '9' }]).differences).toEqual(['3 rows and not 2']);
  });
});
