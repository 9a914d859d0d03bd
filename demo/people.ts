import type { SignedIn } from '../platform/identity/identity';

const NOBODY_ELSE = { streams: [], services: [], partner: null } as const;

/** The people of the demonstration, one or two for each role. They sign in nowhere but there. */
export const demonstrationPeople: readonly SignedIn[] = [
  { ...NOBODY_ELSE, subject: 'ana', role: 'analyst' },
  { ...NOBODY_ELSE, subject: 'dee', role: 'analyst' },
  { ...NOBODY_ELSE, subject: 'mark', role: 'manager', services: ['greenspace', 'refuse-recycling'] },
  {
    ...NOBODY_ELSE,
    subject: 'hana',
    role: 'manager',
    services: ['highways', 'parking', 'planning', 'revenues-benefits'],
  },
  {
    ...NOBODY_ELSE,
    subject: 'amir',
    role: 'manager',
    services: ['adults-hospital-discharge', 'adults-finance-charging', 'adults-occupational-therapy'],
  },
  {
    ...NOBODY_ELSE,
    subject: 'bea',
    role: 'manager',
    services: ['childrens-assessment', 'childrens-children-in-care', 'childrens-send'],
  },
  { ...NOBODY_ELSE, subject: 'joe', role: 'manager', services: ['schools'] },
  {
    ...NOBODY_ELSE,
    subject: 'olu',
    role: 'officer',
    streams: ['corporate', 'adults', 'childrens', 'schools'],
  },
  { ...NOBODY_ELSE, subject: 'cora', role: 'officer', streams: ['corporate', 'schools'] },
  { ...NOBODY_ELSE, subject: 'sid', role: 'partner', partner: 'stockport-homes' },
  { ...NOBODY_ELSE, subject: 'aud', role: 'auditor' },
  { ...NOBODY_ELSE, subject: 'ada', role: 'admin' },
];

/** The person of a role: the one asked for, or the first. Null where there is none. */
export function demonstrationPerson({ role, subject }: { role: string; subject?: string }): SignedIn | null {
  const ofRole = demonstrationPeople.filter((person) => person.role === role);
  const chosen = subject === undefined ? ofRole[0] : ofRole.find((person) => person.subject === subject);
  return chosen ?? null;
}
