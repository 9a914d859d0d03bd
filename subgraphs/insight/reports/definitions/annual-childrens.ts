import type { Measure } from '../../figures/catalogue/measure-catalogue';
import type { ReportDefinition, RowDefinition, SectionDefinition } from './definition';
import { YEARS } from './progress-columns';

// SI 2006/1738 regulation 13: a record of each representation, of its outcome, and of whether the time limits were kept; a
// report on it each year (13(3)). That it names nobody, and draws on that record: Hansard, Commons, 12 January 2009. Who complained, advocacy,
// types, equality data and learning: "Getting the Best from Complaints" (2006), own knowledge of what it recommends.

const RULE = 'SI 2006/1738 regulation 13(3)';
const GUIDANCE = 'Getting the Best from Complaints (2006): what an annual report should also tell';
const STREAM = { streams: ['CHILDRENS'] };
const STAGES = [1, 2, 3] as const;
const at = (stage: number) => ({ ...STREAM, stages: [stage] });

const byStage = (measure: Measure, label: string, key: string): readonly RowDefinition[] =>
  STAGES.map((stage) => ({
    key: `${key}-${stage}`,
    label: `${label}, stage ${stage}`,
    measure,
    where: at(stage),
  }));

const RECORD: readonly SectionDefinition[] = [
  {
    key: 'numbers',
    heading: 'Complaints at each stage',
    level: 2,
    rule: `${RULE}: the representations received`,
    prompt: 'Say what is behind the numbers. Name nobody.',
    tables: [
      {
        key: 'received',
        title: 'Complaints received at each stage',
        rowHead: 'Stage',
        columns: YEARS,
        rows: [
          ...byStage('RECEIVED', 'Received', 'received'),
          { key: 'went-on', label: 'Share that went on from stage 1', measure: 'WENT_ON_RATE', where: at(1) },
          {
            key: 'ombudsman',
            label: 'Ombudsman’s enquiries',
            measure: 'REFERRED_TO_OMBUDSMAN',
            where: STREAM,
          },
        ],
        notes: ['A complaint counts at a stage in the year in which that stage was received.'],
      },
    ],
  },
  {
    key: 'outcomes',
    heading: 'Outcomes',
    level: 2,
    rule: `${RULE}: the outcome of each representation`,
    prompt: 'Say what was found, and what was put right. Name nobody.',
    tables: [
      {
        key: 'outcomes',
        title: 'Findings of the answers, all stages',
        rowHead: 'Finding',
        columns: YEARS,
        rows: [
          { key: 'upheld', label: 'Upheld', measure: 'UPHELD', where: STREAM },
          { key: 'partially-upheld', label: 'Partially upheld', measure: 'PARTIALLY_UPHELD', where: STREAM },
          { key: 'not-upheld', label: 'Not upheld', measure: 'NOT_UPHELD', where: STREAM },
          { key: 'share', label: 'Share upheld, wholly or in part', measure: 'UPHOLD_RATE', where: STREAM },
        ],
      },
    ],
  },
  {
    key: 'time-limits',
    heading: 'Time limits',
    level: 2,
    rule: `${RULE}: whether there was compliance with the time limits`,
    paragraphs: [
      'Stage 1 is to be answered in 10 working days, or 20 where it is complex; stage 2 in 25, or 65 at the most. At stage 3 the panel meets within 30 working days.',
    ],
    prompt: 'Say where limits were missed, why, and what is done about it. Name nobody.',
    tables: [
      {
        key: 'time-limits',
        title: 'Answers in time, and how long they took',
        rowHead: 'Measure',
        columns: YEARS,
        rows: [
          ...byStage('IN_TIME_RATE', 'Answered in time', 'in-time'),
          ...byStage('DAYS_TO_ANSWER_MEDIAN', 'Median working days to the answer', 'days'),
        ],
      },
    ],
  },
];

const WHO_AND_WHAT: readonly SectionDefinition[] = [
  {
    key: 'types',
    heading: 'What complaints were about',
    level: 2,
    rule: GUIDANCE,
    prompt: 'Say what children and families complained about most. Name nobody.',
    tables: [
      {
        key: 'by-theme',
        title: 'Complaints received at stage 1, by theme',
        rowHead: 'Theme',
        columns: YEARS,
        rows: [{ each: 'themes', most: 'so-far', measure: 'RECEIVED', where: at(1) }],
      },
      {
        key: 'by-service',
        title: 'Complaints received at stage 1, by service',
        rowHead: 'Service',
        columns: YEARS,
        rows: [{ each: 'services', most: 'so-far', measure: 'RECEIVED', where: at(1) }],
      },
    ],
  },
  {
    key: 'who',
    heading: 'Who complained',
    level: 2,
    rule: GUIDANCE,
    prompt: 'Say what is known of who complains, and who does not. Name nobody.',
    blanks: [
      {
        label: 'Whether a child, a parent, a carer or somebody else complained',
        wouldFill: 'The complainant’s role, passed on to the figures with each complaint',
      },
      {
        label: 'Ages of the children',
        wouldFill: 'An age band, recorded with each complaint and passed on without a date of birth',
      },
      {
        label: 'Gender, disability and ethnicity',
        wouldFill: 'Equality monitoring by choice, kept apart from the case',
      },
    ],
  },
  {
    key: 'advocacy',
    heading: 'Advocacy',
    level: 2,
    rule: GUIDANCE,
    prompt:
      'Say how children are told of advocacy, and how many used it as the provider counts them. Name nobody.',
    blanks: [
      {
        label: 'Complaints with an advocate',
        wouldFill: 'Whether an advocate took part, recorded with each complaint',
      },
    ],
  },
  {
    key: 'learning',
    heading: 'What was learned',
    level: 2,
    rule: GUIDANCE,
    prompt: 'Say what was learned and what changed because of it. Name nobody.',
    blanks: [
      {
        label: 'Actions agreed, done and overdue',
        wouldFill: 'The actions of review meetings, each with the complaint that it came from',
      },
    ],
  },
];

/** The annual report on complaints about children's social care. */
export const ANNUAL_CHILDRENS: ReportDefinition = {
  key: 'annual-childrens',
  title: 'Annual report on children’s social care complaints',
  version: 1,
  since: '2006-09-01',
  rule: 'The Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738), regulation 13(3)',
  audience: 'The council’s committee for children’s services, and the public',
  upTo: ['Q4'],
  sections: [
    {
      key: 'introduction',
      heading: 'Introduction',
      level: 2,
      rule: null,
      paragraphs: [
        'This report is about complaints under the children’s statutory procedure in {period}. It names nobody, and nobody can be found in it.',
      ],
      prompt: 'Say in a few sentences how the year went. Name nobody.',
    },
    ...RECORD,
    ...WHO_AND_WHAT,
  ],
};
