import type { ColumnDefinition, ReportDefinition, RowDefinition } from './definition';

/**
 * The portfolio to which complaints belong, by its present name: that of the member who answers for the complaints report of autumn
 * 2024. Papers of 2019 to 2022 have the former one; on which day it changed no paper that was found says.
 */
const PORTFOLIO = {
  heading: 'Finance & Resources',
  formerHeadings: [{ until: '2024-03-31', words: 'Citizen Focus & Engagement' }],
};

/** The layout is that of such reports as people remember them: no published one was found to hold it against. */
const COLUMNS: readonly ColumnDefinition[] = [
  {
    kind: 'WORDS',
    key: 'code',
    label: 'Code',
    missing: 'The code that the year’s portfolio agreement gives the measure',
  },
  { kind: 'POLARITY', key: 'good-is', label: 'Good is' },
  { kind: 'FIGURE', period: 'YEARS_BEFORE' },
  { kind: 'FIGURE', period: 'CUMULATIVE_QUARTERS' },
  { kind: 'TARGET', key: 'target', label: 'Target', of: 'so-far' },
  { kind: 'RAG', key: 'rag', label: 'Against the target', of: 'so-far' },
  { kind: 'FIGURE', period: 'SAME_PERIOD_LAST_YEAR', label: 'A year before' },
  { kind: 'DIRECTION', key: 'direction', label: 'Direction', of: 'so-far', before: 'year-1-so-far' },
  {
    kind: 'WORDS',
    key: 'owner',
    label: 'Owner',
    missing: 'The post that answers for the measure, as the portfolio agreement has it',
  },
];

/** Each keyed by what it measures, whatever portfolio it belongs to and whatever code it has that year. */
const MEASURES: readonly RowDefinition[] = [
  {
    key: 'stage-1-received',
    label: 'Corporate complaints received at stage 1',
    measure: 'RECEIVED',
    where: { streams: ['CORPORATE'], stages: [1] },
  },
  {
    key: 'stage-1-in-time',
    label: 'Corporate complaints answered in time at stage 1',
    measure: 'IN_TIME_RATE',
    where: { streams: ['CORPORATE'], stages: [1] },
  },
  {
    key: 'stage-2-in-time',
    label: 'Corporate complaints answered in time at stage 2',
    measure: 'IN_TIME_RATE',
    where: { streams: ['CORPORATE'], stages: [2] },
  },
  // Members of scrutiny asked for justified or not, and not for volumes alone.
  {
    key: 'stage-1-upheld',
    label: 'Corporate complaints upheld at stage 1, wholly or in part',
    measure: 'UPHOLD_RATE',
    where: { streams: ['CORPORATE'], stages: [1] },
  },
  {
    key: 'went-to-stage-2',
    label: 'Corporate complaints that went on from stage 1 to stage 2',
    measure: 'WENT_ON_RATE',
    where: { streams: ['CORPORATE'], stages: [1] },
  },
  {
    key: 'adults-in-time',
    label: 'Adult social care complaints answered in time',
    measure: 'IN_TIME_RATE',
    where: { streams: ['ADULTS'] },
  },
  {
    key: 'childrens-stage-1-in-time',
    label: 'Children’s social care complaints answered in time at stage 1',
    measure: 'IN_TIME_RATE',
    where: { streams: ['CHILDRENS'], stages: [1] },
  },
  { key: 'overdue', label: 'Complaints overdue, all streams', measure: 'OVERDUE' },
  {
    key: 'upheld-by-ombudsman',
    label: 'Complaints upheld by the LGSCO',
    measure: 'UPHELD_BY_OMBUDSMAN',
  },
  {
    key: 'remedies-in-time',
    label: 'Ombudsmen’s remedies done in time',
    measure: 'REMEDY_COMPLIANCE_RATE',
  },
];

/** The rows that the council's quarterly portfolio reports have of complaints. */
export const PORTFOLIO_PERFORMANCE: ReportDefinition = {
  key: 'portfolio-performance',
  title: 'Portfolio performance on complaints',
  version: 1,
  since: '2019-04-01',
  rule: 'The council’s Portfolio Performance and Resources Reports, set against the year’s portfolio agreement',
  audience: 'The scrutiny committee of the portfolio, then the cabinet',
  upTo: ['Q1', 'Q2', 'Q3', 'Q4'],
  sections: [
    {
      // Of the measures, not of the portfolio: a section keeps what was written in it when the name changes.
      key: 'complaints',
      ...PORTFOLIO,
      level: 2,
      rule: 'In-year updates on complaints come at mid-year and in the third quarter, by the decision of June 2019',
      paragraphs: [
        'Quarters are told from the year’s beginning to the end of each. The third quarter’s report holds only measures of which it has recorded something.',
      ],
      prompt:
        'Say of each measure that is amber or red why it is, what is done about it, and the forecast for the year’s end. Name nobody.',
      tables: [
        {
          key: 'measures',
          title: 'Complaints measures of the portfolio',
          rowHead: 'Measure',
          columns: COLUMNS,
          rows: MEASURES,
          onlyNewIn: ['Q3'],
          notes: [
            'A volume has no target and is neither good nor bad. What is overdue is told as on the last day of each period.',
          ],
        },
      ],
      blanks: [
        {
          label: 'Forecast for the year’s end, by measure',
          wouldFill:
            'A forecast that the owner of each measure makes each quarter; the commentary can say it',
        },
      ],
    },
  ],
};
