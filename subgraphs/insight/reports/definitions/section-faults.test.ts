import type { SectionDefinition } from './definition';
import { sectionFaults } from './section-faults';

const SECTION: SectionDefinition = { key: 'one', heading: 'One', level: 2, rule: null, prompt: 'Say it.' };
const faults = (section: Partial<SectionDefinition>) =>
  sectionFaults('Here', { ...SECTION, ...section }, ['Q2']);

describe('the faults of a section', () => {
  it('are none of a good one, its former headings and its sentences of the period included', () => {
    const formerHeadings = [
      { until: '2019-03-31', words: 'Nought' },
      { until: '2020-03-31', words: 'Half' },
    ];
    expect(faults({ formerHeadings, paragraphs: ['Of {year}, {quarter}: {period}.'] })).toEqual([]);
  });

  it.each<[string, Partial<SectionDefinition>, string]>([
    ['no heading', { heading: '' }, 'Here: it has no heading'],
    ['nothing in it', { prompt: null }, 'Here: it holds nothing and asks nothing of anybody'],
    [
      'headings out of order',
      {
        formerHeadings: [
          { until: '2020-03-31', words: 'Half' },
          { until: '2019-03-31', words: 'Nought' },
        ],
      },
      'Here: its former headings are not in the order of their days',
    ],
    [
      'an unknown name in a sentence',
      { paragraphs: ['In {month}.'] },
      'Here: a sentence holds {month}, which is none of {year}, {period}, {quarter}',
    ],
    [
      'a blank that nothing fills',
      { blanks: [{ label: 'Ages', wouldFill: '' }] },
      'Here: nothing says what would fill Ages',
    ],
    [
      'a sentence of a table that is elsewhere',
      { standouts: [{ table: 'other', now: 'so-far', before: 'year-1', what: 'Complaints' }] },
      'Here: it tells what stands out of table other, which it does not hold',
    ],
  ])('name %s', (_, section, words) => {
    expect(faults(section)).toEqual([words]);
  });
});
