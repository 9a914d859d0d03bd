import { closureReasonName } from '../../../../domain/figures/names';
import { CODE_FINDINGS } from './code-findings';
import { SELF_ASSESSMENT } from './code-self-assessment';
import type { ReportDefinition, RowDefinition, SectionDefinition } from './definition';
import { YEARS, YEARS_AGAINST_TARGET } from './progress-columns';

// The Code's provision 8.1 and 8.2, LGSCO: lgo.org.uk, Complaint Handling Code, part 9 of the pages ("8. Performance
// reporting and self-assessment"), read as a stored copy. 8.1 lists what the report should include, in this order.

const CORPORATE = { streams: ['CORPORATE'] };
const FIRST = { streams: ['CORPORATE'], stages: [1] };
const SECOND = { streams: ['CORPORATE'], stages: [2] };

const HANDLING: readonly RowDefinition[] = [
  {
    key: 'acknowledged-1',
    label: 'Acknowledged in time, stage 1',
    measure: 'ACKNOWLEDGED_IN_TIME_RATE',
    where: FIRST,
  },
  { key: 'in-time-1', label: 'Answered in time, stage 1', measure: 'IN_TIME_RATE', where: FIRST },
  { key: 'in-time-2', label: 'Answered in time, stage 2', measure: 'IN_TIME_RATE', where: SECOND },
  {
    key: 'days-1',
    label: 'Median working days to the answer, stage 1',
    measure: 'DAYS_TO_ANSWER_MEDIAN',
    where: FIRST,
  },
  {
    key: 'days-2',
    label: 'Median working days to the answer, stage 2',
    measure: 'DAYS_TO_ANSWER_MEDIAN',
    where: SECOND,
  },
  { key: 'upheld-1', label: 'Upheld, wholly or in part, stage 1', measure: 'UPHOLD_RATE', where: FIRST },
  { key: 'upheld-2', label: 'Upheld, wholly or in part, stage 2', measure: 'UPHOLD_RATE', where: SECOND },
  { key: 'went-on', label: 'Went on from stage 1 to stage 2', measure: 'WENT_ON_RATE', where: FIRST },
];

const VOLUMES: readonly RowDefinition[] = [
  { key: 'received-1', label: 'Received at stage 1', measure: 'RECEIVED', where: FIRST },
  { key: 'received-2', label: 'Received at stage 2', measure: 'RECEIVED', where: SECOND },
  { key: 'answered', label: 'Answered, both stages', measure: 'ANSWERED', where: CORPORATE },
  { key: 'upheld', label: 'Upheld', measure: 'UPHELD', where: CORPORATE },
  { key: 'partially-upheld', label: 'Partially upheld', measure: 'PARTIALLY_UPHELD', where: CORPORATE },
  { key: 'not-upheld', label: 'Not upheld', measure: 'NOT_UPHELD', where: CORPORATE },
  { key: 'closed', label: 'Complaints closed', measure: 'CLOSED', where: CORPORATE },
];

const ANALYSIS: SectionDefinition = {
  key: 'analysis',
  heading: 'How complaints were handled',
  level: 2,
  rule: 'Complaint Handling Code 8.1: a qualitative and quantitative analysis of performance',
  prompt: 'Say what the figures show, where performance fell short and why. Name nobody.',
  tables: [
    { key: 'volumes', title: 'Corporate complaints', rowHead: 'Complaints', columns: YEARS, rows: VOLUMES },
    {
      key: 'handling',
      title: 'How corporate complaints were handled',
      rowHead: 'Measure',
      columns: YEARS_AGAINST_TARGET,
      rows: HANDLING,
      notes: ['Answers count in the year in which they were sent, whenever the complaint was received.'],
    },
    {
      key: 'by-theme',
      title: 'What corporate complaints were about, stage 1',
      rowHead: 'Theme',
      columns: YEARS,
      rows: [{ each: 'themes', most: 'so-far', measure: 'RECEIVED', where: FIRST }],
    },
    {
      key: 'by-service',
      title: 'Corporate complaints by service, stage 1',
      rowHead: 'Service',
      columns: YEARS,
      rows: [{ each: 'services', most: 'so-far', measure: 'RECEIVED', where: FIRST }],
    },
    {
      key: 'by-channel',
      title: 'How corporate complaints came in, stage 1',
      rowHead: 'Channel',
      columns: YEARS,
      rows: [{ each: 'channels', most: 'so-far', measure: 'RECEIVED', where: FIRST }],
    },
  ],
};

/** Reasons for which a complaint ends without an answer. Answered ones are left out: with all of them told, small ones would be too. */
const WITHOUT_ANSWER: readonly RowDefinition[] = (
  ['OUTSIDE_SCOPE', 'NO_CONSENT', 'WITHDRAWN', 'RESOLVED_INFORMALLY', 'MERGED'] as const
).map((reason) => ({
  key: reason.toLowerCase().replaceAll('_', '-'),
  label: closureReasonName(reason),
  measure: 'CLOSED',
  where: { ...CORPORATE, closureReasons: [reason] },
}));

const REFUSED: SectionDefinition = {
  key: 'refused',
  heading: 'Complaints that were not accepted',
  level: 3,
  rule: 'Complaint Handling Code 8.1: a summary of the types of complaints refused',
  paragraphs: [
    'A complaint that turned out to be outside the scope of the procedure is closed with that reason. Reasons are counted by the day on which the complaint ended.',
  ],
  prompt:
    'Say what kinds of complaints were refused, and whether the policy’s exclusions were the reason. Name nobody.',
  tables: [
    {
      key: 'without-answer',
      title: 'Corporate complaints that ended without an answer, by reason',
      rowHead: 'Reason',
      columns: YEARS,
      rows: WITHOUT_ANSWER,
    },
  ],
  blanks: [
    {
      label: 'Which exclusion was the reason: out of time, a right of appeal, insurance, another procedure',
      wouldFill:
        'A closure reason for each exclusion of the policy, recorded when a complaint is refused; there is one for all of them',
    },
    {
      label: 'Complaints refused before they were logged',
      wouldFill: 'A record of each refusal, those of telephone calls included',
    },
  ],
};

/** The annual complaints performance and service improvement report, in the order of part 8 of the LGSCO's Code. */
export const ANNUAL_COMPLAINTS: ReportDefinition = {
  key: 'annual-complaints',
  title: 'Annual complaints performance and service improvement report',
  version: 1,
  since: '2021-04-01',
  rule: 'LGSCO Complaint Handling Code, part 8: advice under the Local Government Act 1974 section 23(12A)',
  audience: 'The governing body and the public',
  upTo: ['Q4'],
  sections: [
    {
      key: 'introduction',
      heading: 'Introduction',
      level: 2,
      rule: null,
      paragraphs: [
        'This report is about corporate complaints of {period}. Complaints about social care follow procedures of their own, and have annual reports of their own.',
        'Where something was not recorded the report says so: that is not the same as none.',
      ],
      prompt: 'Say in a few sentences how the year went. Name nobody.',
    },
    {
      key: 'self-assessment',
      heading: 'Self-assessment against the Code',
      level: 2,
      rule: 'Complaint Handling Code 8.1: an annual self-assessment against the Code',
      prompt:
        'Say of each part of the Code whether the council complies, where that is to be seen, and what will change by when.',
      tables: [SELF_ASSESSMENT],
    },
    ANALYSIS,
    REFUSED,
    ...CODE_FINDINGS,
  ],
};
