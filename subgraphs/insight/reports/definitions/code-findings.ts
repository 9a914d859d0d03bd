import type { SectionDefinition } from './definition';
import { YEARS } from './progress-columns';

/** What the Code asks for after the analysis of performance, in its order. */
export const CODE_FINDINGS: readonly SectionDefinition[] = [
  {
    key: 'non-compliance',
    heading: 'Findings of non-compliance with the Code',
    level: 2,
    rule: 'Complaint Handling Code 8.1: any findings of non-compliance',
    prompt:
      'Say which findings there were, by the Ombudsman or in the self-assessment, and what followed. Name nobody.',
    blanks: [
      {
        label: 'Findings that the Code was not complied with',
        wouldFill:
          'A mark in the register of ombudsmen’s cases where a decision finds fault with how the complaint was handled',
      },
    ],
  },
  {
    key: 'improvements',
    heading: 'Service improvements',
    level: 2,
    rule: 'Complaint Handling Code 8.1: the service improvements made as a result of the learning from complaints',
    prompt: 'Say what was changed because of complaints, in which service, and what it did. Name nobody.',
    blanks: [
      {
        label: 'Improvements agreed, done and overdue',
        wouldFill: 'The actions of review meetings, each with the complaint that it came from',
      },
    ],
  },
  {
    key: 'ombudsman',
    heading: 'The Ombudsman’s annual letter',
    level: 2,
    rule: 'Complaint Handling Code 8.1: the annual letter about performance from the Ombudsman',
    prompt:
      'Say what the letter finds, and how its figures differ from the council’s: it counts by other days. Name nobody.',
    tables: [
      {
        key: 'ombudsman',
        title: 'Ombudsmen’s cases by the council’s register',
        rowHead: 'Measure',
        columns: YEARS,
        rows: [
          { key: 'enquiries', label: 'Enquiries received', measure: 'REFERRED_TO_OMBUDSMAN' },
          { key: 'decided', label: 'Decided', measure: 'OMBUDSMAN_DECIDED' },
          { key: 'upheld', label: 'Upheld by the LGSCO', measure: 'UPHELD_BY_OMBUDSMAN' },
          { key: 'remedies', label: 'Remedies done in time', measure: 'REMEDY_COMPLIANCE_RATE' },
          {
            key: 'average',
            label: 'Share upheld, similar authorities',
            missing: 'The average in the Ombudsman’s annual letter and data files',
          },
          {
            key: 'per-100000',
            label: 'Upheld for each 100,000 people',
            missing: 'The council’s population of the year, or the figure in the annual letter',
          },
        ],
      },
    ],
  },
  {
    key: 'other-reports',
    heading: 'Other reports of the Ombudsman',
    level: 2,
    rule: 'Complaint Handling Code 8.1: other relevant reports or publications about the council’s work',
    prompt:
      'Name public reports and focus reports that concern the council, and what was done about them; say so where there is none.',
  },
  {
    key: 'governance',
    heading: 'Governance and publication',
    level: 2,
    rule: 'Complaint Handling Code 8.2: reported through governance and published with its response',
    paragraphs: [
      'This report goes to members for scrutiny and is published on the council’s pages about complaints, with what members answer.',
    ],
    prompt: 'Say which body received the report and when, what it answered, and where both are published.',
  },
];
