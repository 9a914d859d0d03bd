import type { Attack, Expected, Sent } from './attack';
import { basic, KEY_REFUSED } from './keys';
import type { Target } from './target';
import { goodToken, TOKEN_REFUSED } from './tokens';

/** A token that the sign-in service made for somebody of a partner. */
export const partnerToken = (target: Target, partner: unknown, changed: object = {}): Promise<Sent> =>
  goodToken(target, { role: 'partner', partner, ...changed });

const byKey = ({ keys }: Target, partner: string): Sent =>
  basic(keys[partner]?.id ?? '', keys[partner]?.secret ?? '');
const asks = async (sent: Sent | Promise<Sent>, query: string): Promise<Sent> => ({
  ...(await sent),
  body: JSON.stringify({ query }),
});

/** With whom nothing is agreed now: a good key and a good token are refused as bad ones are. */
const NOT_AGREED: readonly Attack<Target>[] = ['ended', 'over', 'later'].flatMap((partner) => [
  {
    name: `a good key of a partner whose agreement is: ${partner}`,
    send: (on: Target) => byKey(on, partner),
    expects: KEY_REFUSED,
  },
  {
    name: `a good token of a partner whose agreement is: ${partner}`,
    send: (on: Target) => partnerToken(on, partner),
    expects: TOKEN_REFUSED,
  },
]);

const NOBODY: readonly Attack<Target>[] = (
  [
    ['of a partner that nothing was ever agreed with', 'strangers', {}],
    ['of the role partner that names none', null, {}],
    ['of a partner in other letters', 'Stockport-Homes', {}],
    [
      'of a partner that names further streams and services',
      'strangers',
      { streams: ['adults'], services: ['parking'] },
    ],
  ] as const
).map(([name, partner, changed]) => ({
  name: `a token ${name}`,
  send: (on: Target) => partnerToken(on, partner, changed),
  expects: TOKEN_REFUSED,
}));

const FORBIDDEN: Expected = { status: 200, code: 'FORBIDDEN' };

/** More than is agreed. */
const TOO_MUCH: readonly Attack<Target>[] = [
  ['figures-only', '{ ombudsmanCases { totalCount } }'],
  ['figures-only', '{ complaints { totalCount } }'],
  ['figures-only', '{ node(id: "ombudsman-x") { id } }'],
  ['cases-only', '{ measures(by: []) { rows { received } } }'],
  ['cases-only', '{ periodReport(financialYear: "2021-22", upTo: Q2) { title } }'],
].map(([partner = '', query = '']) => ({
  name: `a partner of ${partner} that asks for ${query}`,
  send: (on: Target) => asks(partnerToken(on, partner), query),
  expects: FORBIDDEN,
}));

/** A table of attacks by partners: a further one is a further row. */
export const PARTNER_ATTACKS: readonly Attack<Target>[] = [...NOT_AGREED, ...NOBODY, ...TOO_MUCH];
