import { checkDefinitions } from './check-definitions';
import type { ReportDefinition, SectionDefinition } from './definition';
import { REPORT_DEFINITIONS } from './definitions';
import { MID_YEAR_PROGRESS } from './mid-year-progress';

const SECTION: SectionDefinition = { key: 'one', heading: 'One', level: 2, rule: null, prompt: 'Say it.' };
const GOOD: ReportDefinition = { ...MID_YEAR_PROGRESS, key: 'good', sections: [SECTION] };

describe('the definitions of reports', () => {
  it('are five, each without a fault', () => {
    expect(REPORT_DEFINITIONS.map(({ key }) => key)).toEqual([
      'mid-year-progress',
      'portfolio-performance',
      'annual-complaints',
      'annual-childrens',
      'annual-adults',
    ]);
    expect(checkDefinitions(REPORT_DEFINITIONS)).toBe(REPORT_DEFINITIONS);
  });

  it('ask nobody to write about people', () => {
    const prompts = REPORT_DEFINITIONS.flatMap(({ sections }) =>
      sections.flatMap(({ prompt }) => prompt ?? []),
    );
    const aboutCases = prompts.filter((prompt) => /why|complain|figure|found|fault|number/i.test(prompt));
    expect(aboutCases.length).toBeGreaterThan(10);
    expect(aboutCases.filter((prompt) => !prompt.includes('Name nobody'))).toEqual([]);
  });

  it.each<[string, Partial<ReportDefinition>, string]>([
    ['a key in capitals', { key: 'Good' }, 'Report Good: its key is not written in small letters'],
    ['a version of nothing', { version: 0 }, 'its version is no whole number from 1'],
    ['a month for a day', { since: '2021-04' }, 'since is no day'],
    ['no rule', { rule: ' ' }, 'its rule is empty'],
    ['no audience', { audience: '' }, 'its audience is empty'],
    ['no quarter', { upTo: [] }, 'it speaks of no quarter'],
    ['no section', { sections: [] }, 'it has no section'],
    ['a section twice', { sections: [SECTION, SECTION] }, 'sections: one is there twice'],
  ])('are refused with %s', (_, fault, words) => {
    expect(() => checkDefinitions([{ ...GOOD, ...fault }])).toThrow(words);
  });

  it('are refused where two have one key, and all faults are told at once', () => {
    expect(() => checkDefinitions([GOOD, { ...GOOD, version: -1 }])).toThrow(
      'The reports: good is there twice\nReport good: its version',
    );
  });
});
