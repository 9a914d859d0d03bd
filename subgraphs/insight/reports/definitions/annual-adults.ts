import type { ReportDefinition, SectionDefinition } from './definition';
import { YEARS } from './progress-columns';

// SI 2009/309 regulation 18: own knowledge of its wording; that reports hold these parts: council papers (Newcastle, adult social care 2015-16).

const RULE = 'SI 2009/309 regulation 18';
const STREAM = { streams: ['ADULTS'] };

const COUNTED: readonly SectionDefinition[] = [
  {
    key: 'received',
    heading: 'Complaints received',
    level: 2,
    rule: `${RULE}: the number of complaints received`,
    prompt: 'Say what is behind the number. Name nobody.',
    tables: [
      {
        key: 'received',
        title: 'Complaints received and answered',
        rowHead: 'Complaints',
        columns: YEARS,
        rows: [
          { key: 'received', label: 'Received', measure: 'RECEIVED', where: STREAM },
          { key: 'answered', label: 'Answered', measure: 'ANSWERED', where: STREAM },
          { key: 'closed', label: 'Closed', measure: 'CLOSED', where: STREAM },
        ],
      },
    ],
  },
  {
    key: 'well-founded',
    heading: 'Complaints that were well-founded',
    level: 2,
    rule: `${RULE}: the number of complaints decided to be well-founded`,
    paragraphs: ['A complaint was well-founded where it was upheld, wholly or in part.'],
    prompt: 'Say what was found to be justified, and what was put right. Name nobody.',
    tables: [
      {
        key: 'well-founded',
        title: 'Findings of the answers',
        rowHead: 'Finding',
        columns: YEARS,
        rows: [
          { key: 'upheld', label: 'Well-founded: upheld', measure: 'UPHELD', where: STREAM },
          {
            key: 'partially-upheld',
            label: 'Well-founded in part: partially upheld',
            measure: 'PARTIALLY_UPHELD',
            where: STREAM,
          },
          { key: 'not-upheld', label: 'Not upheld', measure: 'NOT_UPHELD', where: STREAM },
          {
            key: 'share',
            label: 'Share well-founded, wholly or in part',
            measure: 'UPHOLD_RATE',
            where: STREAM,
          },
        ],
      },
    ],
  },
  {
    key: 'referred',
    heading: 'Complaints referred to the Ombudsman',
    level: 2,
    rule: `${RULE}: the number of complaints referred to the Local Commissioner`,
    paragraphs: ['The council is told of a referral when the Ombudsman enquires: enquiries are counted.'],
    prompt: 'Say what the Ombudsman decided, and what followed. Name nobody.',
    tables: [
      {
        key: 'referred',
        title: 'Ombudsman’s enquiries and decisions',
        rowHead: 'Measure',
        columns: YEARS,
        rows: [
          { key: 'enquiries', label: 'Enquiries received', measure: 'REFERRED_TO_OMBUDSMAN', where: STREAM },
          { key: 'decided', label: 'Decided', measure: 'OMBUDSMAN_DECIDED', where: STREAM },
          { key: 'upheld', label: 'Upheld by the LGSCO', measure: 'UPHELD_BY_OMBUDSMAN', where: STREAM },
        ],
      },
    ],
  },
];

const TOLD: readonly SectionDefinition[] = [
  {
    key: 'subject-matter',
    heading: 'What complaints were about',
    level: 2,
    rule: `${RULE}: a summary of the subject matter of complaints`,
    prompt: 'Sum up what people complained about. Name nobody.',
    tables: [
      {
        key: 'by-theme',
        title: 'Complaints received, by theme',
        rowHead: 'Theme',
        columns: YEARS,
        rows: [{ each: 'themes', most: 'so-far', measure: 'RECEIVED', where: STREAM }],
      },
      {
        key: 'by-service',
        title: 'Complaints received, by service',
        rowHead: 'Service',
        columns: YEARS,
        rows: [{ each: 'services', most: 'so-far', measure: 'RECEIVED', where: STREAM }],
      },
    ],
  },
  {
    key: 'general-importance',
    heading: 'Matters of general importance',
    level: 2,
    rule: `${RULE}: matters of general importance arising out of complaints, or out of the way in which they were handled`,
    prompt: 'Say what complaints showed that matters beyond the single case. Name nobody.',
    tables: [
      {
        key: 'handling',
        title: 'How complaints were handled',
        rowHead: 'Measure',
        columns: YEARS,
        rows: [
          {
            key: 'acknowledged',
            label: 'Acknowledged in time',
            measure: 'ACKNOWLEDGED_IN_TIME_RATE',
            where: STREAM,
          },
          { key: 'in-time', label: 'Answered in time', measure: 'IN_TIME_RATE', where: STREAM },
          {
            key: 'days',
            label: 'Median working days to the answer',
            measure: 'DAYS_TO_ANSWER_MEDIAN',
            where: STREAM,
          },
          { key: 'open', label: 'Open on the year’s last day', measure: 'OPEN', where: STREAM },
        ],
        notes: [
          'An answer is in time if it came by the day agreed with the complainant, or by the limit where none was agreed.',
        ],
      },
    ],
  },
  {
    key: 'action',
    heading: 'What was done to improve services',
    level: 2,
    rule: `${RULE}: action taken, or being taken, to improve services as a consequence of complaints`,
    prompt: 'Say what was done, what is being done, and by when. Name nobody.',
    blanks: [
      {
        label: 'Actions agreed, done and overdue',
        wouldFill: 'The actions of review meetings, each with the complaint that it came from',
      },
    ],
  },
];

/** The annual report on complaints about adult social care. */
export const ANNUAL_ADULTS: ReportDefinition = {
  key: 'annual-adults',
  title: 'Annual report on adult social care complaints',
  version: 1,
  since: '2009-04-01',
  rule: 'The Local Authority Social Services and National Health Service Complaints (England) Regulations 2009 (SI 2009/309), regulation 18',
  audience: 'Anybody who asks for it, and the council’s committee for adult social care',
  upTo: ['Q4'],
  sections: [
    {
      key: 'introduction',
      heading: 'Introduction',
      level: 2,
      rule: null,
      paragraphs: [
        'This report is about complaints under the adults’ statutory procedure in {period}. Where something was not recorded it says so: that is not the same as none.',
      ],
      prompt: 'Say in a few sentences how the year went. Name nobody.',
    },
    ...COUNTED,
    ...TOLD,
  ],
};
