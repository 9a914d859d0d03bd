import { decidedWords, meaningsOf, meaningWords, metAs, openWords } from './words-view';

const CHOICES = {
  services: [{ id: 'highways', name: 'Highways' }],
  channels: [{ id: 'web-form', name: 'Web form' }],
  sources: [{ name: 'corporate-crm', title: 'Corporate complaints' }],
};
const fault = (code: string, value: string | null) => ({ node: { source: 'corporate-crm', code, value } });

describe('the page of words', () => {
  it('lists what nobody has given a meaning, the most frequent first, each with the way to its form', () => {
    const edges = [
      ...[fault('UNKNOWN_CLOSURE_CODE', 'A & B'), fault('UNKNOWN_CLOSURE_CODE', 'UPH-X')],
      ...[fault('UNKNOWN_CLOSURE_CODE', 'UPH-X'), fault('UNKNOWN_SERVICE', 'Roads')],
      ...[fault('UNKNOWN_CLOSURE_CODE', null), { node: null }],
    ];
    const open = openWords({ totalCount: 4, edges }, 'closure-code', CHOICES);
    expect(open.map(({ word, count, system }) => [word, count, system])).toEqual([
      ['UPH-X', 2, 'Corporate complaints'],
      ['A & B', 1, 'Corporate complaints'],
    ]);
    expect(open[1]?.href).toBe(
      '/administration/words?kind=closure-code&source=corporate-crm&word=A+%26+B#map',
    );
  });

  it('knows the kind of a word that was met', () => {
    const faults = { totalCount: 1, edges: [fault('UNKNOWN_SERVICE', 'Roads')] };
    expect([metAs(faults, 'Roads'), metAs(faults, 'Fax'), metAs(null, 'Roads')]).toEqual([
      'service',
      null,
      null,
    ]);
  });

  it('says what words mean by the names of it', () => {
    expect(meaningWords('service', 'highways', CHOICES)).toBe('Highways');
    expect(meaningWords('channel', 'fax', CHOICES)).toBe('fax');
    expect(meaningWords('closure-code', 'UPHELD, ANSWERED', CHOICES)).toBe('Answered: Upheld');
    expect(meaningWords('closure-code', 'WITHDRAWN', CHOICES)).toBe('Withdrawn');
  });

  it('says who decided what, and when', () => {
    const node = {
      ...{ id: 'a', kind: 'CLOSURE_CODE' as const, written: 'UPH-X', source: 'corporate-crm' },
      ...{ meaning: 'UPHELD, ANSWERED', from: '2021-04-01', decidedBy: 'ada' },
      ...{ decidedAt: '2026-11-29T12:00:00.000Z', reason: 'The vendor says so' },
    };
    const pageInfo = { hasNextPage: false, endCursor: null };
    expect(decidedWords({ totalCount: 1, edges: [{ node }], pageInfo }, CHOICES)).toMatchObject([
      {
        word: 'UPH-X',
        from: '1 Apr 2021',
        by: 'ada',
        on: '29 Nov 2026',
        kind: 'Closure codes',
        reason: 'The vendor says so',
      },
    ]);
  });

  it('offers what a word of the kind can mean', () => {
    expect(meaningsOf('service', CHOICES).map(({ value }) => value)).toEqual(['', 'highways']);
    expect(meaningsOf('channel', CHOICES).map(({ value }) => value)).toEqual(['', 'web-form']);
    expect(meaningsOf('closure-code', CHOICES)).toHaveLength(9);
  });
});
