import type { ReportDefinition, SectionDefinition } from './definition';
import { PROGRESS_FIGURES } from './mid-year-figures';

const PURPOSE: readonly SectionDefinition[] = [
  {
    key: 'purpose',
    heading: 'Purpose of the report',
    level: 2,
    rule: null,
    paragraphs: [
      'This report tells how many complaints the council received in {period}, how they were answered, and what was learned from them. It compares the period with the two years before.',
      'Its figures are counted from the records of complaints. Where something was not recorded it says so: that is not the same as none.',
    ],
    prompt: null,
  },
  {
    key: 'background',
    heading: 'Background',
    level: 2,
    rule: "The council's progress report on complaints, to the executive and to scrutiny",
    paragraphs: [
      'One central team has handled corporate complaints, complaints about adult and children’s social care, and those about schools since April 2021. Stage 1 is answered by the service that is complained about, later stages by the team.',
      'Complaints about social care follow procedures that are set by law. A complainant who is not satisfied in the end can go to the Local Government and Social Care Ombudsman.',
    ],
    prompt: 'Say what has changed in the service since the last report. Name nobody.',
  },
];

/** The council's mid-year progress report on complaints, with the tables of its appendix as the streams describe them. */
export const MID_YEAR_PROGRESS: ReportDefinition = {
  key: 'mid-year-progress',
  title: 'Progress report on complaints',
  version: 1,
  since: '2021-04-01',
  rule: "The council's progress report on complaints, twice a year",
  audience: 'The executive and the scrutiny committee for corporate resources',
  upTo: ['Q1', 'Q2', 'Q3'],
  sections: [
    ...PURPOSE,
    ...PROGRESS_FIGURES,
    {
      key: 'improvements',
      heading: 'Service improvements',
      level: 2,
      rule: null,
      prompt: 'Say what was changed because of complaints, and what is planned by when. Name nobody.',
    },
    {
      key: 'recommendations',
      heading: 'Recommendations',
      level: 2,
      rule: null,
      prompt: 'Say what members are asked to note, to comment on or to decide.',
    },
    {
      key: 'appendix',
      heading: 'Appendix: complaints by stream and stage',
      level: 2,
      rule: null,
      paragraphs: [
        'Years are financial years, April to March. An ombudsman’s enquiry counts on the day it was received, an upheld complaint on the day of the decision.',
      ],
      prompt: null,
      tables: [{ tables: 'DESCRIBED' }],
    },
  ],
};
