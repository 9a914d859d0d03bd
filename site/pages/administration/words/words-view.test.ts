import { decidedWords, meaningsOf, meaningWords, metAs, openWords, ownCodes } from './words-view';

const CHOICES = {
  services: [{ id: 'highways', name: 'Highways', endedOn: null }],
  channels: [{ id: 'web-form', name: 'Web form' }],
  sources: [
    {
      ...{ name: 'corporate-crm', title: 'Corporate complaints' },
      closureCodes: [
        { written: 'UPH', meaning: 'UPHELD, ANSWERED' },
        { written: 'TEST', meaning: 'NOT_A_COMPLAINT' },
        { written: 'CL01', meaning: 'UPHELD, ANSWERED' },
        { written: 'WDN', meaning: 'WITHDRAWN' },
      ],
    },
    { name: 'coverage', title: 'Coverage', closureCodes: [] },
  ],
};
const fault = (code: string, value: string | null) => ({ node: { source: 'corporate-crm', code, value } });

describe('the page of words', () => {
  it('lists what nobody has given a meaning, the most frequent first, each with the way to its form', () => {
    const edges = [
      ...[fault('UNKNOWN_CLOSURE_CODE', 'A & B'), fault('UNKNOWN_CLOSURE_CODE', 'UPH-X')],
      ...[fault('UNKNOWN_CLOSURE_CODE', 'UPH-X'), fault('UNKNOWN_SERVICE', 'Roads')],
      ...[fault('UNKNOWN_CLOSURE_CODE', null), { node: null }],
    ];
    const open = openWords({ totalCount: 4, edges }, { kind: 'closure-code', choices: CHOICES, kept: null });
    expect(open.map(({ word, count, system }) => [word, count, system])).toEqual([
      ['UPH-X', 2, 'Corporate complaints'],
      ['A & B', 1, 'Corporate complaints'],
    ]);
    expect(open[1]?.href).toBe(
      '/administration/words?kind=closure-code&source=corporate-crm&word=A+%26+B#map',
    );
  });

  it('leaves out the word that was kept just now: its faults follow within moments', () => {
    const edges = [fault('UNKNOWN_CLOSURE_CODE', 'UPH-X'), fault('UNKNOWN_CLOSURE_CODE', 'A & B')];
    const asked = { kind: 'closure-code', choices: CHOICES, kept: 'UPH-X' } as const;
    expect(openWords({ totalCount: 2, edges }, asked).map(({ word }) => word)).toEqual(['A & B']);
  });

  it('lists each system’s own codes by what they mean', () => {
    expect(ownCodes(CHOICES)).toEqual([
      {
        system: 'Corporate complaints',
        rows: [
          { means: 'Answered: Upheld', words: ['UPH', 'CL01'] },
          { means: 'Never was a complaint: the row is left out', words: ['TEST'] },
          { means: 'Withdrawn', words: ['WDN'] },
        ],
      },
    ]);
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
      ...{
        decidedAt: '2026-11-29T12:00:00.000Z',
        reason: 'The vendor says so',
        isKept: true,
        isNewest: true,
      },
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
