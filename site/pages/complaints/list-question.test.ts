import { readListQuestion } from './list-question';

const choices = { services: ['Parks'], directorates: [], themes: [], channels: [] };

describe('the list that an address asks for', () => {
  it('is what a figure counts where it names a measure', () => {
    const question = readListQuestion({ measure: 'OVERDUE', streams: 'ADULTS', asAt: '2021-06-30' }, choices);
    expect(question).toMatchObject({
      kind: 'measured',
      measured: { measure: 'OVERDUE', filter: { streams: ['ADULTS'] }, asAt: '2021-06-30' },
      parameters: { measure: 'OVERDUE', asAt: '2021-06-30' },
      problems: [],
    });
  });

  it('is of complaints otherwise, and keeps the order that somebody chose', () => {
    expect(readListQuestion({ status: 'OPEN' }, choices).parameters).toEqual({ status: 'OPEN' });
    expect(readListQuestion({ orderBy: 'DUE_ON', direction: 'DESC' }, choices).parameters).toEqual({
      orderBy: 'DUE_ON',
      direction: 'DESC',
    });
  });

  it('is of what has no service, theme or channel written down, too', () => {
    const query = {
      services: 'Not recorded',
      themes: 'Not recorded',
      channels: ['Not recorded'],
      directorates: 'Not recorded',
    };
    const { filter, problems } = readListQuestion({ measure: 'RECEIVED', ...query }, choices);
    expect(problems).toEqual([]);
    expect(filter).toMatchObject({
      services: ['Not recorded'],
      themes: ['Not recorded'],
      channels: ['Not recorded'],
      directorates: ['Not recorded'],
    });
  });

  it('tells what makes no sense, and lists the rest', () => {
    const measured = readListQuestion({ measure: 'OVERDUE', asAt: '30/6/2021', services: 'Sport' }, choices);
    expect(measured.problems).toHaveLength(2);
    expect(measured).toMatchObject({ measured: { asAt: null, filter: {} } });
    const plain = readListQuestion({ measure: 'drop table', overdue: 'maybe' }, choices);
    expect(plain.kind).toBe('plain');
    expect(plain.problems).toEqual([
      expect.stringContaining('no such measure'),
      expect.stringContaining('Overdue'),
    ]);
  });
});
