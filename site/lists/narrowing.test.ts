import { narrowing } from './narrowing';

const choices = { services: ['Parks', 'Refuse'], directorates: ['Place'], themes: [], channels: ['Letter'] };

describe('the form of a list', () => {
  it('shows what is chosen, and keeps what it does not offer', () => {
    const { kept, parts } = narrowing({
      filter: {
        streams: ['ADULTS'],
        services: ['Parks'],
        from: '2021-04-01',
        outcomes: ['UPHELD', 'NOT_UPHELD'],
      },
      parameters: { measure: 'OVERDUE', asAt: null },
      choices,
      asAt: '2021-09-30',
    });
    expect(kept).toEqual([
      { name: 'from', value: '2021-04-01' },
      { name: 'outcomes', value: 'UPHELD' },
      { name: 'outcomes', value: 'NOT_UPHELD' },
      { name: 'measure', value: 'OVERDUE' },
    ]);
    const items = (name: string) => parts.find(({ part }) => part === name)?.items;
    expect(items('services')?.map(({ value, isChosen }) => [value, isChosen])).toEqual([
      ['Parks', true],
      ['Refuse', false],
    ]);
    expect(items('financialYears')?.map(({ value }) => value)).toEqual([
      '2018-19',
      '2019-20',
      '2020-21',
      '2021-22',
    ]);
    expect(items('themes')).toBeUndefined();
  });

  it('offers no year where nothing is recorded, and keeps the one that is chosen', () => {
    const { parts } = narrowing({
      filter: { financialYears: ['2021-22'] },
      parameters: {},
      choices,
      asAt: '',
    });
    expect(parts.find(({ part }) => part === 'financialYears')?.items.map(({ value }) => value)).toEqual([
      '2021-22',
    ]);
  });
});
