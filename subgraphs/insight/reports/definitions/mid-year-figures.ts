import type { RowDefinition, SectionDefinition } from './definition';
import { AGAINST_LAST_YEAR, AGAINST_TARGET } from './progress-columns';

const CORPORATE_FIRST = { streams: ['CORPORATE'], stages: [1] };
const CORPORATE_SECOND = { streams: ['CORPORATE'], stages: [2] };

const RECEIVED: readonly RowDefinition[] = [
  { key: 'corporate-1', label: 'Corporate, stage 1', measure: 'RECEIVED', where: CORPORATE_FIRST },
  { key: 'corporate-2', label: 'Corporate, stage 2', measure: 'RECEIVED', where: CORPORATE_SECOND },
  {
    key: 'adults-1',
    label: 'Adult social care',
    measure: 'RECEIVED',
    where: { streams: ['ADULTS'], stages: [1] },
  },
  {
    key: 'childrens-1',
    label: "Children's social care, stage 1",
    measure: 'RECEIVED',
    where: { streams: ['CHILDRENS'], stages: [1] },
  },
  {
    key: 'schools-1',
    label: 'Schools, stage 1',
    measure: 'RECEIVED',
    where: { streams: ['SCHOOLS'], stages: [1] },
  },
  { key: 'closed', label: 'Complaints closed, all streams', measure: 'CLOSED' },
  {
    key: 'adults-closed',
    label: 'of these, adult social care',
    measure: 'CLOSED',
    where: { streams: ['ADULTS'] },
  },
];

const IN_TIME: readonly RowDefinition[] = [
  {
    key: 'corporate-1',
    label: 'Corporate, stage 1: answered in time',
    measure: 'IN_TIME_RATE',
    where: CORPORATE_FIRST,
  },
  {
    key: 'corporate-2',
    label: 'Corporate, stage 2: answered in time',
    measure: 'IN_TIME_RATE',
    where: CORPORATE_SECOND,
  },
  {
    key: 'adults-1',
    label: 'Adult social care: answered in time',
    measure: 'IN_TIME_RATE',
    where: { streams: ['ADULTS'] },
  },
  {
    key: 'childrens-1',
    label: "Children's social care, stage 1: answered in time",
    measure: 'IN_TIME_RATE',
    where: { streams: ['CHILDRENS'], stages: [1] },
  },
  {
    key: 'days',
    label: 'Corporate, stage 1: median working days to the answer',
    measure: 'DAYS_TO_ANSWER_MEDIAN',
    where: CORPORATE_FIRST,
  },
  {
    key: 'upheld',
    label: 'Corporate, both stages: upheld, wholly or in part',
    measure: 'UPHOLD_RATE',
    where: { streams: ['CORPORATE'] },
  },
];

const HANDLING: readonly SectionDefinition[] = [
  {
    key: 'demand',
    heading: 'Demand',
    level: 2,
    rule: null,
    paragraphs: ['A complaint counts at a stage on the day on which that stage was received.'],
    prompt: 'Say what is behind the numbers: what rose or fell, and why. Name nobody.',
    tables: [
      {
        key: 'demand',
        title: 'Complaints received and closed',
        rowHead: 'Complaints',
        columns: AGAINST_LAST_YEAR,
        rows: RECEIVED,
      },
    ],
  },
  {
    key: 'performance',
    heading: 'Performance',
    level: 2,
    rule: null,
    paragraphs: [
      'An answer is in time if it was sent by the day on which it was due, an agreed extension included. It was due by the rule that was in force on the day on which the stage was received.',
    ],
    prompt: 'Say where answers were late, why, and what is done about it. Name nobody.',
    tables: [
      {
        key: 'performance',
        title: 'Answers in time',
        rowHead: 'Measure',
        columns: AGAINST_TARGET,
        rows: IN_TIME,
        notes: ['A rate is of the answers that were sent in the period.'],
      },
    ],
  },
  {
    key: 'backlog',
    heading: 'Backlog',
    level: 2,
    rule: null,
    prompt: 'Say what is done about what waits longest. Name nobody.',
    tables: [
      {
        key: 'backlog',
        title: 'What waited on the last day of each period',
        rowHead: 'Waiting',
        columns: AGAINST_LAST_YEAR,
        rows: [
          { key: 'open', label: 'Open, all streams', measure: 'OPEN' },
          { key: 'overdue', label: 'Overdue, all streams', measure: 'OVERDUE' },
          {
            key: 'corporate-overdue',
            label: 'Overdue, corporate',
            measure: 'OVERDUE',
            where: { streams: ['CORPORATE'] },
          },
          {
            key: 'adults-open',
            label: 'Open, adult social care',
            measure: 'OPEN',
            where: { streams: ['ADULTS'] },
          },
        ],
      },
    ],
  },
  {
    key: 'ombudsman',
    heading: 'The ombudsmen',
    level: 2,
    rule: null,
    prompt: 'Say what the ombudsmen found at fault, and what was agreed. Name nobody.',
    tables: [
      {
        key: 'ombudsman',
        title: "Ombudsmen's enquiries, decisions and remedies",
        rowHead: 'Measure',
        columns: AGAINST_LAST_YEAR,
        rows: [
          { key: 'enquiries', label: 'Enquiries received', measure: 'REFERRED_TO_OMBUDSMAN' },
          { key: 'decided', label: 'Decided', measure: 'OMBUDSMAN_DECIDED' },
          { key: 'upheld', label: 'Upheld by the LGSCO', measure: 'UPHELD_BY_OMBUDSMAN' },
          { key: 'remedies', label: 'Remedies done in time', measure: 'REMEDY_COMPLIANCE_RATE' },
        ],
      },
    ],
  },
];

const SERVICES: SectionDefinition = {
  key: 'services',
  heading: 'Services and themes',
  level: 2,
  rule: null,
  standouts: [
    { table: 'stage-2-by-service', now: 'so-far', before: 'year-1-so-far', what: 'Stage 2 complaints' },
  ],
  prompt:
    'Say why more complaints went to stage 2 about these services, and what is recommended. Name nobody.',
  tables: [
    {
      key: 'stage-2-by-service',
      title: 'Corporate complaints received at stage 2, by service',
      rowHead: 'Service',
      columns: AGAINST_LAST_YEAR,
      rows: [
        { key: 'all', label: 'All services', measure: 'RECEIVED', where: CORPORATE_SECOND },
        { each: 'services', most: 'so-far', measure: 'RECEIVED', where: CORPORATE_SECOND },
      ],
    },
    {
      key: 'stage-1-by-theme',
      title: 'Corporate complaints received at stage 1, by theme',
      rowHead: 'Theme',
      columns: AGAINST_LAST_YEAR,
      rows: [{ each: 'themes', most: 'so-far', count: 10, measure: 'RECEIVED', where: CORPORATE_FIRST }],
    },
  ],
};

/** The sections of the progress report that figures speak in. */
export const PROGRESS_FIGURES: readonly SectionDefinition[] = [...HANDLING, SERVICES];
