import { type Day, toDay } from '../calendar/day';
import type { NextRoute } from '../procedure/events';
import type { LawSource } from '../procedure/law';

/** Who looks at a complaint after the council, as letters tell of them from a day on. */
export interface OutsideBody {
  readonly route: NextRoute;
  readonly inForceFrom: Day;
  readonly name: string;
  readonly address: readonly string[];
  readonly telephone: string;
  readonly web: string;
  /** Which complaints are theirs, where several bodies follow a stage. */
  readonly takes: string;
  /** By when they want to be asked. */
  readonly limit: string;
  /** Where that limit is written. */
  readonly source: LawSource;
}

/** The bodies, each with the days from which these details hold; what they published on their pages. */
export const OUTSIDE_BODIES: readonly OutsideBody[] = [
  {
    ...{ route: 'LGSCO', inForceFrom: toDay('2017-06-19') },
    name: 'Local Government and Social Care Ombudsman',
    address: ['PO Box 4771', 'Coventry', 'CV4 0EH'],
    ...{ telephone: '0300 061 0614', web: 'www.lgo.org.uk' },
    takes: 'It looks into complaints about councils, free of charge and independently of us.',
    limit: 'It wants to be asked within 12 months of the day on which you first knew of the matter.',
    source: { law: 'Local Government Act 1974', paragraph: 'section 26B', basis: 'STATUTE' },
  },
  {
    ...{ route: 'HOUSING', inForceFrom: toDay('2024-04-01') },
    name: 'Housing Ombudsman Service',
    address: ['PO Box 1484', 'Unit D', 'Preston', 'PR2 0ET'],
    ...{ telephone: '0300 111 3000', web: 'www.housing-ombudsman.org.uk' },
    takes: 'It looks into complaints of tenants and leaseholders about us as their landlord.',
    limit: 'It wants to be asked within 12 months of our final answer.',
    source: { law: 'Housing Ombudsman Scheme', paragraph: 'time limits', basis: 'CODE' },
  },
  {
    ...{ route: 'DFE', inForceFrom: toDay('2016-01-01') },
    name: 'Department for Education',
    address: ['Piccadilly Gate', 'Store Street', 'Manchester', 'M1 2WD'],
    ...{ telephone: '0370 000 2288', web: 'www.gov.uk/complain-about-school' },
    takes:
      'It looks at whether the school followed its procedure and the law, and does not decide the complaint anew.',
    limit: 'It sets no day by which it has to be asked; ask soon.',
    source: { law: 'Education Act 1996', paragraph: 'sections 496 and 497', basis: 'STATUTE' },
  },
];

/** The details of a body on a day; null where none are held for it. */
export const bodyOn = (route: NextRoute, on: Day, bodies = OUTSIDE_BODIES): OutsideBody | null =>
  bodies.filter((body) => body.route === route && body.inForceFrom <= on).at(-1) ?? null;

/** A body as a letter tells of it, in lines. */
export const bodyInLines = ({ name, address, telephone, web, takes, limit }: OutsideBody): string =>
  [
    name,
    `- ${takes} ${limit}`,
    `- Telephone: ${telephone}`,
    `- On the web: ${web}`,
    `- By post: ${address.join(', ')}`,
  ].join('\n');
