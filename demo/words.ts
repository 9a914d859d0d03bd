/** The words that the corporate system's exports are made of. All people, schools and addresses are made up. */
type List<Item> = readonly [Item, ...Item[]];

/** A service: how it is mostly called, its directorate, and its other names. */
export interface NamedService {
  readonly name: string;
  readonly directorate: string;
  readonly otherNames: readonly string[];
}

const PLACE = 'Services to Place';
const PEOPLE = 'Services to People';
const SUPPORT = 'Corporate and Support Services';

export const SERVICES: List<NamedService> = [
  {
    name: 'Greenspace',
    directorate: PLACE,
    otherNames: ['Green Space', 'Greenspace & Parks', 'Parks / Greenspace'],
  },
  { name: 'Highways', directorate: PLACE, otherNames: ['Highways & Transportation', 'Highway Services'] },
  {
    name: 'Refuse & Recycling',
    directorate: PLACE,
    otherNames: ['Refuse and Recycling', 'Refuse/Recycling', 'Waste & Recycling'],
  },
  {
    name: 'Planning',
    directorate: PLACE,
    otherNames: ['Planning & Building Control', 'Development Management'],
  },
  { name: 'Parking', directorate: PLACE, otherNames: ['Parking Services'] },
  {
    name: 'Environmental Health',
    directorate: PLACE,
    otherNames: ['Env Health', 'Environmental Health & Trading Standards'],
  },
  {
    name: 'Revenues & Benefits',
    directorate: SUPPORT,
    otherNames: ['Revs & Bens', 'Revenues and Benefits', 'Council Tax'],
  },
  { name: 'Contact Centre', directorate: SUPPORT, otherNames: ['Customer Contact'] },
  { name: 'Registrars', directorate: SUPPORT, otherNames: ['Registration Service'] },
  { name: 'Libraries', directorate: PEOPLE, otherNames: ['Library Service'] },
  { name: 'School Admissions', directorate: PEOPLE, otherNames: ['Admissions'] },
];

export const SCHOOLS_SERVICE: NamedService = { name: 'Schools', directorate: PEOPLE, otherNames: [] };

/** Codes that say how a stage ended, findings first, about as often as each is found. */
export const CLOSURE_CODES: List<string> = [
  'UPH',
  'UPHELD',
  'Upheld - apology given',
  'Upheld - service improvement',
  'CL01',
  'Justified',
  'PUPH',
  'Part Upheld',
  'Partly upheld',
  'PARTIALLY UPHELD',
  'CL02',
  'Part Justified',
  'NUPH',
  'Not Upheld',
  'NOT UPHELD - EXPLANATION GIVEN',
  'CL03',
  'Not Justified',
  'No fault found',
  'RES',
  'Resolved',
  'Resolved informally',
  'CL04',
  'Closed - customer satisfied',
  'WDN',
  'Withdrawn',
  'Withdrawn by customer',
  'CL05',
  'No further contact from customer',
  'OOJ',
  'Outside scope',
  'Other appeal route',
  'CL06',
  'Insurance claim',
  'Older than 12 months',
];

export const LEFT_OUT_CODES: List<string> = ['Duplicate', 'Opened in error', 'TEST - DO NOT USE'];
export const LEFT_OUT_TYPES: List<string> = ['Compliment', 'Comment', 'MP Enquiry', 'Service Request'];
export const UNKNOWN_TYPES: List<string> = ['Enquiry', 'Petition', ''];
export const UNKNOWN_SERVICES: List<string> = ['Drainage', 'Tree Team', "Highways & T'port", 'Leisure'];
export const UNKNOWN_CODES: List<string> = ['CL99', 'Upheld?', 'Passed to legal', 'UPHELD/NUPH'];
export const UNKNOWN_CHANNELS: List<string> = ['Fax', 'Social media', 'Live chat'];
export const UNKNOWN_STATUSES: List<string> = ['Pending', 'Re-opened', ''];
export const UNKNOWN_ROUTES: List<string> = ['Escalated', 'see notes', 'from stage 1?'];

export const CHANNELS: List<string> = [
  'Web form',
  'Webform',
  'Email',
  'E-mail',
  'Phone',
  'Telephone',
  'Letter',
  'In person',
];
export const CLOSED: List<string> = ['Closed', 'Closed ', 'CLOSED'];
export const OPEN: List<string> = ['Open', 'In progress'];
export const THEMES: List<string> = [
  'Damage to property',
  'Delay',
  'Policy',
  'Communication',
  'Missed collection',
  'Decision disputed',
  'Quality of service',
  'Failure to act',
  'Staff conduct',
];
export const WARDS: List<string> = [
  'Reddish North',
  'Hazel Grove',
  'Offerton',
  'Cheadle & Gatley',
  'Marple South',
];
export const OFFICERS: List<string> = [
  'T Moss',
  'S Iqbal',
  'R Platt',
  'J Hulme',
  'A Begum',
  'Complaints Team',
];
export const SCHOOLS: List<readonly [urn: string, name: string]> = [
  ['900001', 'Marple Ridge Primary'],
  ['900002', 'Heaton Vale Primary'],
  ['900003', 'Offerton Brook High'],
  ['900004', 'St Winifride RC Primary'],
];
export const TITLES: List<string> = ['Mr', 'Mrs', 'Ms', 'Dr', ''];
export const FORENAMES: List<string> = [
  'Zoë',
  'Mohsin',
  'Hannah',
  'Quentin',
  'Dilys',
  'Tariq',
  'Niamh',
  'Viktor',
];
export const SURNAMES: List<string> = [
  'Farrow',
  'Kershaw',
  "O'Hara",
  'Taylor-Reed',
  'Begum',
  'Nuttall',
  'Yates',
];
export const SUMMARIES: List<string> = [
  'Unhappy with the decision and how it was explained.',
  'Asks for an apology and £40 for a damaged bin.',
  'Says the work was left unfinished, "again", and wants a date for it.',
  'Line one of the account.\nLine two, with a comma, and a "quote".',
  'First line.\r\n\r\nThird line, after an empty one.',
  'Overgrown path – reported in spring – still not cut.',
  '=HYPERLINK("http://example.org","see photo")',
  '',
];
