import type { Attack, Expected, Sent } from './attack';
import { FORBIDDEN, NOT_DONE, of, open, restrict } from './case-questions';
import { basic } from './keys';
import type { Target } from './target';

/** Keys, which open no person. */
const BY_KEY: readonly (readonly [string, string, (on: Target) => string, Expected])[] = [
  ['the people of a case', 'officer', (on) => of(on.cases.open), FORBIDDEN],
  ['an opening', 'officer', (on) => open(on.cases.restricted), NOT_DONE],
  ['a restriction', 'admin', (on) => restrict(on), NOT_DONE],
  ['who is named', 'admin', () => '{ corporateRestrictions { totalCount } }', FORBIDDEN],
  ['who opened what', 'auditor', () => '{ corporateCaseOpenings { totalCount } }', FORBIDDEN],
];

/** Attacks by keys on restricted cases: a further one is a further row. */
export const KEY_CASE_ATTACKS: readonly Attack<Target>[] = BY_KEY.map(([name, role, query, expects]) => ({
  name: `a key of the role ${role} that asks for ${name}`,
  send: (on: Target): Sent => {
    const { id, secret } = on.keys[role] ?? { id: '', secret: '' };
    return { ...basic(id, secret), body: JSON.stringify({ query: query(on) }) };
  },
  expects,
}));
