import { filterForm } from './form';

const choices = { services: ['Roads'], directorates: ['Place'], themes: [], channels: ['Email'] };

describe('the form of a filter', () => {
  const form = filterForm({ streams: ['ADULTS'], stages: [2], financialYears: ['2018-19'] }, choices, [
    '2021-22',
  ]);
  const part = (name: string) => form.find((each) => each.part === name);

  it('offers what the records have, and what is chosen beside it', () => {
    expect(part('financialYears')?.items).toEqual([
      { value: '2018-19', text: '2018-19', isChosen: true },
      { value: '2021-22', text: '2021-22', isChosen: false },
    ]);
    expect(part('services')?.items).toEqual([{ value: 'Roads', text: 'Roads', isChosen: false }]);
  });

  it('marks what is chosen, in words', () => {
    expect(part('streams')?.items.filter(({ isChosen }) => isChosen)).toEqual([
      { value: 'ADULTS', text: 'Adult social care', isChosen: true },
    ]);
    expect(part('stages')?.items[1]).toEqual({ value: '2', text: 'Stage 2', isChosen: true });
  });

  it('keeps what is chosen and not offered', () => {
    const unknown = { services: null, directorates: null, themes: null, channels: null };
    const chosen = filterForm({ services: ['Roads'], themes: ['Not recorded'] }, unknown, []);
    expect(chosen.filter(({ part }) => part === 'services' || part === 'themes')).toEqual([
      expect.objectContaining({ items: [{ value: 'Roads', text: 'Roads', isChosen: true }] }),
      expect.objectContaining({ items: [{ value: 'Not recorded', text: 'Not recorded', isChosen: true }] }),
    ]);
  });

  it('leaves out a part that has nothing to choose', () => {
    expect(part('themes')).toBeUndefined();
  });
});
