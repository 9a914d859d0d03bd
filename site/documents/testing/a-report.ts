import type { Report } from '../from-report/report-document';

type Section = Report['sections'][number];
type Table = Section['tables'][number];
type Cell = Table['rows'][number]['cells'][number];

/** A cell of a figure; null is one that nobody recorded. */
export const figure = (value: number | null): Cell => ({
  ...{
    state: value === null ? 'NOT_RECORDED' : 'TOLD',
    text: value === null ? 'not recorded' : value.toLocaleString('en-GB'),
  },
  ...{ value, rag: null, missing: null },
});

export const rate = (value: number): Cell => ({
  ...figure(value),
  text: `${Math.round(value * 100)}\u00a0%`,
});

const words = (text: string, more: Partial<Cell> = {}): Cell => ({
  ...figure(null),
  state: 'TOLD',
  text,
  ...more,
});

const table = (key: string, title: string, more: Partial<Table>): Table => ({
  ...{ key, title, rowHead: 'Measure', columns: [], rows: [], notes: [] },
  ...more,
});

const column = (label: string, kind: Table['columns'][number]['kind'] = 'FIGURE') => ({
  key: label,
  label,
  kind,
});

const section = (key: string, heading: string, more: Partial<Section>): Section => ({
  ...{
    key,
    heading,
    level: 2,
    rule: null,
    paragraphs: [],
    prompt: null,
    commentary: null,
    tables: [],
    blanks: [],
  },
  ...more,
});

const CORPORATE = table('corporate', 'Corporate complaints', {
  columns: [
    '2019-20',
    '2020-21',
    '2021-22 Q1',
    '2021-22 Q2',
    '2021-22 Q1 to Q2',
    '2019-20 Q1 to Q2',
    '2020-21 Q1 to Q2',
  ].map((label) => column(label)),
  rows: [
    ['Stage 1 received', [178, 132, 55, 67, 122, 79, 55]],
    ['Stage 2 received', [102, 75, 34, 38, 72, 49, 30]],
    ['Escalated from stage 1 to stage 2', [null, null, 25, 35, 60, null, null]],
    ['Direct to stage 2', [null, null, 9, 3, 12, null, null]],
    ['Escalated to the Ombudsman', [26, 12, 7, 6, 13, null, null]],
  ].flatMap(([label, values]) =>
    typeof label === 'string' && Array.isArray(values)
      ? [{ key: label, label, cells: values.map(figure) }]
      : [],
  ),
  notes: ['A complaint counts at a stage on the day on which that stage was received.'],
});

const TARGETS = table('targets', 'Answered in time, and what was aimed at', {
  columns: [
    column('2021-22 Q2'),
    column('Target', 'TARGET'),
    column('Status', 'RAG'),
    column('Direction', 'DIRECTION'),
    column('Cost'),
  ],
  rows: [
    {
      ...{ key: 'stage-1', label: 'Stage 1 answered within 10 working days' },
      cells: [
        rate(0.63),
        rate(0.9),
        words('Red: 27 points below 90\u00a0%', { rag: 'RED' }),
        words('Worse'),
        words('blank', { state: 'BLANK', missing: 'what each complaint cost' }),
      ],
    },
    {
      ...{ key: 'stage-2', label: 'Stage 2 answered within 20 working days' },
      cells: [
        rate(0.88),
        rate(0.9),
        words('Amber: within 5 points of 90\u00a0%', { rag: 'AMBER' }),
        words('Better'),
        words('blank', { state: 'BLANK', missing: 'what each complaint cost' }),
      ],
    },
    {
      ...{ key: 'adults', label: 'Adults acknowledged within 3 working days' },
      cells: [
        rate(0.96),
        rate(0.95),
        words('Green: meets 95\u00a0%', { rag: 'GREEN' }),
        words('The same'),
        words('', { state: 'EMPTY' }),
      ],
    },
    {
      ...{ key: 'volume', label: '=SUM(A1) received, a volume' },
      cells: [
        words('fewer than 5', { state: 'SUPPRESSED' }),
        words('', { state: 'EMPTY' }),
        words('', { state: 'EMPTY' }),
        words('Changed'),
        words('not yet', { state: 'NOT_YET' }),
      ],
    },
  ],
  notes: ['Volumes have no target.'],
});

const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];

/** A table of so many rows with a column for each month. */
export const longTable = (key: string, rows: number): Table =>
  table(key, 'Received by service and month', {
    rowHead: 'Service',
    columns: MONTHS.map((month) => column(month)),
    rows: Array.from({ length: rows }, (_, row) => ({
      key: `service-${row}`,
      label: row % 3 === 0 ? 'Environmental Health & Trading Standards' : `Service ${row + 1}`,
      cells: MONTHS.map((_month, month) => figure((row + month) % 7 === 0 ? null : row * 12 + month)),
    })),
    notes: ['Not recorded is not nought.'],
  });

/** What somebody wrote, with what a file must not run. */
export const COMMENTARY = `Stage 2 complaints **rose sharply** in four services:

- Greenspace
- Highways, where
  - potholes
  - street lights
- *Refuse* and \`recycling\`

## What is being done

1. Managers are trained
2. See [the Code](https://www.lgo.org.uk/code) and [this](javascript:alert(1))

<script>alert(1)</script>

| Service | Rise |
|---|---:|
| Planning | 12 |`;

const VERSION = {
  ...{ version: 1, reason: null, openedAt: '2021-10-01T09:00:00Z' },
  ...{ frozenBy: null, frozenAt: null, frozenDespite: null },
};

const SECTIONS: readonly Section[] = [
  section('introduction', 'Introduction', {
    rule: 'the council’s own reporting cycle',
    paragraphs: [
      'This report tells of the complaints that the council received between April and September 2021, at each stage, and of how they were answered.',
      'One central team has handled all four kinds of complaints since April 2021.',
    ],
  }),
  section('performance', 'Performance', {
    paragraphs: ['122 complaints were received at stage 1.'],
    tables: [TARGETS],
  }),
  section('learning', 'What was learnt', {
    ...{
      level: 3,
      prompt: 'What has changed because of complaints? Name nobody.',
      commentary: { text: COMMENTARY },
    },
    blanks: [{ label: 'Compliments', wouldFill: 'a register of compliments, by service' }],
  }),
  section('next', 'What comes next', { prompt: 'What will be done until the next report? Name nobody.' }),
  section('appendix-1', 'Appendix 1: figures', { tables: [CORPORATE] }),
  section('appendix-2', 'Appendix 2: services', { tables: [longTable('services', 60)] }),
];

/** A mid-year report as the graph tells one, made up: each state that a cell can have, and each look. */
export const aReport = (more: Partial<Report> = {}): Report => ({
  ...{
    id: 'mid-year-progress.2021-22.Q2',
    title: 'Mid-year progress report 2021-22',
    financialYear: '2021-22',
  },
  definition: {
    ...{ key: 'mid-year-progress', rule: 'the council’s reporting cycle' },
    audience: 'Corporate, Resource Management and Governance Scrutiny Committee',
  },
  ...{ upTo: 'Q2', from: '2021-04-01', to: '2021-09-30', version: 1, state: 'DRAFT', versions: [VERSION] },
  ...{ isPublic: false, asAt: '2021-10-11', partial: ['ADULTS'] },
  sources: [
    { stream: 'CORPORATE', from: '2019-04-01', to: '2021-10-11' },
    { stream: null, from: null, to: null },
  ],
  sections: SECTIONS,
  ...more,
});

/** The same report, frozen. */
export const aFrozenReport = (): Report =>
  aReport({
    ...{ version: 2, state: 'FROZEN' },
    versions: [
      {
        ...{ version: 2, reason: 'A complaint came in late', openedAt: '2021-10-12T09:00:00Z' },
        ...{ frozenBy: 'ana', frozenAt: '2021-10-14T10:00:00Z', frozenDespite: null },
      },
      { ...VERSION, frozenBy: 'ana', frozenAt: '2021-10-11T10:00:00Z' },
    ],
  });

/** A report of so many tables, each of 20 rows and 12 columns. */
export const aLongReport = (tables: number): Report =>
  aReport({
    sections: Array.from({ length: tables }, (_, place) =>
      section(`section-${place}`, `Section ${place + 1}`, { tables: [longTable(`table-${place}`, 20)] }),
    ),
  });
