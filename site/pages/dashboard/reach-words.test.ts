import { reachWords } from './reach-words';

const DAYS = { from: '2026-12-01', to: '2026-12-03', loadedAt: null };

describe('how far the records reach', () => {
  it('tells what is worked on here from what is loaded', () => {
    const sources = [
      { ...DAYS, source: 'corporate-casework', stream: 'CORPORATE' as const },
      { ...DAYS, source: 'ombudsman-casework', stream: null },
      { ...DAYS, source: 'corporate-crm', stream: 'CORPORATE' as const, loadedAt: '2026-12-02T10:00:00Z' },
      { source: 'calls', stream: null, from: null, to: null, loadedAt: null },
    ];
    expect(reachWords({ sources }).map(({ name, reaches, loaded }) => [name, reaches, loaded])).toEqual([
      ['Corporate (worked on here)', '1 December 2026 to 3 December 2026', 'as it is recorded'],
      ['Ombudsmen’s cases (worked on here)', '1 December 2026 to 3 December 2026', 'as it is recorded'],
      ['Corporate (corporate-crm)', '1 December 2026 to 3 December 2026', '2 December 2026'],
      ['Telephone calls', 'nothing yet', 'never'],
    ]);
  });
});
