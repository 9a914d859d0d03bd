/** The words that the adults' system's exports are made of. All providers and words of people are made up. */
type List<Item> = readonly [Item, ...Item[]];

export const TEAMS: List<string> = [
  'Occupational Therapy',
  'Hospital Discharge',
  'Finance & Charging',
  'Mental Health',
  'Safeguarding',
  'Adult Assessment',
  'Learning Disability',
];
export const UNKNOWN_TEAMS: List<string> = ['Duty Desk', 'Reablement', 'Shared Lives', "Carers' Team"];

export const OUTCOMES: List<string> = [
  'Upheld',
  'U',
  'Partially upheld',
  'P',
  'Not upheld',
  'N',
  'Resolved locally',
  'R',
  'Withdrawn',
  'W',
];
export const UNKNOWN_OUTCOMES: List<string> = ['X', 'Upheld?', 'Passed to NHS', 'PU'];

export const RISKS: List<string> = ['Low', 'L', 'Medium', 'M', 'High', 'H'];
export const UNKNOWN_RISKS: List<string> = ['Very high', '3', 'tbc'];

export const CONSENTS: List<string> = ['Y', 'N', 'N/A'];
export const UNKNOWN_CONSENTS: List<string> = ['Verbal', '?', 'Awaited'];

export const PLANS: List<string> = ['Yes', 'Y', 'N', ''];
export const UNKNOWN_PLANS: List<string> = ['Maybe', 'Sent', 'see file'];

export const PROVIDERS: List<string> = [
  '',
  '',
  '',
  'Brookside Homecare',
  'Willow Court Care',
  'Merseyway Support Ltd',
  'St Anne’s – Day Care',
];
export const COMPLAINANTS: List<string> = ['Self', 'Son/Daughter', 'Spouse', 'Advocate', 'Solicitor'];

export const NATURES: List<string> = [
  'Care quality',
  'Delay in assessment',
  'Staff attitude',
  'Communication',
  'Charging – invoice disputed',
  'Decision – eligibility',
  'Carer’s break, refused',
];
export const LESSONS: List<string> = [
  '',
  '',
  '',
  ' ',
  'Letter template reworded; £ refunded',
  'Told the team:\r\nask “what matters to you” first…',
  'Fee of €20 waived, "in full"',
];
