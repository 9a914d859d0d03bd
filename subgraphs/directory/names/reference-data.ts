/**
 * The council's directorates, services and channels, with the names under which inherited systems know them.
 * Source: the columns' meanings that came with the inherited systems' extracts.
 */
export interface ServiceName {
  readonly id: string;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly directorateId: string;
  /** The last day on which it was a service of the council; left out while it is one. */
  readonly endedOn?: string | undefined;
}

/** A channel's present name, and other words for it. */
export interface ChannelName {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

export const directorates = [
  { id: 'place', name: 'Services to Place' },
  { id: 'people', name: 'Services to People' },
  { id: 'corporate-support', name: 'Corporate and Support Services' },
  { id: 'adult-social-care', name: 'Adult Social Care' },
  { id: 'childrens-services', name: "Children's Services" },
] as const;

const service = (
  id: string,
  directorateId: (typeof directorates)[number]['id'],
  name: string,
  formerNames: readonly string[],
): ServiceName => ({ id, name, formerNames, directorateId });

/** Social care's teams, which their systems know by one name each; ids say whose, since other streams have like ones. */
const teams = (
  directorateId: (typeof directorates)[number]['id'],
  prefix: string,
  names: readonly string[],
): ServiceName[] =>
  names.map((name) =>
    service(`${prefix}-${name.toLowerCase().replace(/[^a-z]+/g, '-')}`, directorateId, name, []),
  );

export const services: readonly ServiceName[] = [
  service('greenspace', 'place', 'Greenspace', ['Green Space', 'Greenspace & Parks', 'Parks / Greenspace']),
  service('highways', 'place', 'Highways', ['Highways & Transportation', 'Highway Services']),
  service('refuse-recycling', 'place', 'Refuse & Recycling', [
    'Refuse and Recycling',
    'Refuse/Recycling',
    'Waste & Recycling',
  ]),
  service('planning', 'place', 'Planning', ['Planning & Building Control', 'Development Management']),
  service('parking', 'place', 'Parking', ['Parking Services']),
  service('environmental-health', 'place', 'Environmental Health', [
    'Env Health',
    'Environmental Health & Trading Standards',
  ]),
  service('revenues-benefits', 'corporate-support', 'Revenues & Benefits', [
    'Revs & Bens',
    'Revenues and Benefits',
    'Council Tax',
  ]),
  service('contact-centre', 'corporate-support', 'Contact Centre', ['Customer Contact']),
  service('registrars', 'corporate-support', 'Registrars', ['Registration Service']),
  service('libraries', 'people', 'Libraries', ['Library Service']),
  service('school-admissions', 'people', 'School Admissions', ['Admissions']),
  service('schools', 'people', 'Schools', []),
  ...teams('adult-social-care', 'adults', [
    'Occupational Therapy',
    'Hospital Discharge',
    'Finance & Charging',
    'Mental Health',
    'Safeguarding',
    'Adult Assessment',
    'Learning Disability',
  ]),
  ...teams('childrens-services', 'childrens', [
    'Assessment',
    'Children in Care',
    'Fostering',
    'Leaving Care',
    'MASSH',
    'SEND',
  ]),
];

export const channels: readonly ChannelName[] = [
  { id: 'web-form', name: 'Web form', otherNames: ['Webform', 'Web'] },
  { id: 'email', name: 'Email', otherNames: ['E-mail'] },
  { id: 'phone', name: 'Phone', otherNames: ['Telephone'] },
  { id: 'letter', name: 'Letter', otherNames: [] },
  { id: 'in-person', name: 'In person', otherNames: [] },
];
