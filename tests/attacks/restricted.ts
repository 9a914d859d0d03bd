import type { Identity } from '../../platform/identity/identity';
import type { Attack, Expected, Sent } from './attack';
import { FORBIDDEN, NOT_DONE, NOTHING, of, open, PEOPLE, restrict, says } from './case-questions';
import { commandOf, MADE, NAME } from './cases';
import { KEY_CASE_ATTACKS } from './keys-and-cases';
import type { Target } from './target';

type Who = Parameters<Target['product']['token']>[0];
const person = (role: string, subject: string, more: Partial<Identity> = {}) => ({
  ...{ subject, role, streams: [], services: [], partner: null },
  ...more,
});
const officer = (subject: string) => person('officer', subject, { streams: ['corporate'] });
const CORA = officer('cora');
const DAN = officer('dan');
const EVE = officer('eve');

const by = async (on: Target, as: Who, query: string): Promise<Sent> => ({
  headers: { authorization: `Bearer ${await on.product.token(as)}` },
  body: JSON.stringify({ query }),
});
/** Ways to the people of a case that is closed to who asks. */
const READ: readonly (readonly [string, Who, (on: Target) => string, Expected])[] = [
  [
    'cleared and not named',
    CORA,
    (on) => of(on.cases.restricted),
    says('"restricted":true.*"accounts":\\[\\]'),
  ],
  ['of whom it is', DAN, (on) => of(on.cases.restricted), says('"accounts":\\[\\]')],
  ['with an interest in it', EVE, (on) => of(on.cases.conflicted), says('"accounts":\\[\\]')],
  [
    'under another name',
    CORA,
    (on) => of(on.cases.restricted, '... on CorporateComplaint { x: accounts { y: surname } }'),
    says('"x":\\[\\]'),
  ],
  [
    'in a fragment',
    CORA,
    (on) =>
      `${of(on.cases.restricted, '...F')} fragment F on CorporateComplaint { accounts { surname summary } }`,
    says('"accounts":\\[\\]'),
  ],
  [
    'by the ids of nodes',
    CORA,
    (on) => `{ nodes(ids: ["${on.cases.restricted}"]) { ${PEOPLE} } }`,
    says('"accounts":\\[\\]'),
  ],
  [
    'through what a figure counted',
    CORA,
    () =>
      `{ counted(measure: RECEIVED, where: { services: ["Greenspace"] }, first: 3) { edges { node { complaint { id } } } } }`,
    NOTHING,
  ],
  [
    'in a list',
    DAN,
    (on) =>
      `{ complaints(where: { services: ["Greenspace"] }, first: 1) { edges { node { id ${PEOPLE} } } } c: ${of(on.cases.restricted).slice(1, -1)} }`,
    says('"accounts":\\[\\]'),
  ],
  [
    'asked twice, once where it is open',
    CORA,
    (on) =>
      `{ a: complaint(id: "${on.cases.restricted}") { ${PEOPLE} } b: complaint(id: "${on.cases.restricted}") { ${PEOPLE} } }`,
    says('"a":\\{"accounts":\\[\\]\\},"b":\\{"accounts":\\[\\]\\}'),
  ],
  [
    'with the decision of one’s own',
    CORA,
    (on) =>
      of(
        on.cases.restricted,
        '... on CorporateComplaint { open0: restricted accounts { surname } openToCaller: restricted }',
      ),
    says('"accounts":\\[\\]'),
  ],
  [
    'why it is restricted',
    CORA,
    (on) => of(on.cases.restricted, 'restriction { kind reason named }'),
    says('"restriction":null'),
  ],
  [
    'why it is, being of whom it is',
    DAN,
    (on) => of(on.cases.restricted, 'restriction { kind reason } conflictsOfInterest { subject reason }'),
    says('"conflictsOfInterest":\\[\\]'),
  ],
  [
    'by the lists of restrictions',
    CORA,
    () => '{ corporateRestrictions { totalCount edges { node { reason } } } }',
    says('"totalCount":0'),
  ],
  [
    'by the list of conflicts',
    DAN,
    () => '{ corporateConflicts(isLive: false) { edges { node { subject reason } } } }',
    NOTHING,
  ],
  [
    'of the records as they came',
    CORA,
    (on) => of(on.cases.restricted, 'stages { lineage { record cells { value } } }'),
    says('"lineage":null'),
  ],
  ['as an administrator who is named', person('admin', 'olu'), (on) => of(on.cases.restricted), FORBIDDEN],
  [
    'as a manager of the service',
    person('manager', 'mark', { services: ['greenspace'] }),
    (on) => of(on.cases.restricted),
    says('"accounts":\\[\\]'),
  ],
  [
    'as an officer named and cleared for others',
    person('officer', 'olu', { streams: ['adults'] }),
    (on) => of(on.cases.restricted),
    says('"accounts":\\[\\]'),
  ],
  [
    'as a partner',
    person('partner', 'olu', { partner: 'stockport-homes' }),
    (on) => of(on.cases.restricted, 'reference'),
    says('"complaint":null'),
  ],
  [
    'why it is, as an analyst',
    person('analyst', 'olu'),
    (on) => of(on.cases.restricted, 'restriction { kind }'),
    FORBIDDEN,
  ],
  [
    'who opened it, as an officer',
    CORA,
    () => '{ corporateCaseOpenings { edges { node { reason } } } }',
    FORBIDDEN,
  ],
  [
    'who opened it, being of whom it is',
    person('auditor', 'dan'),
    () => '{ corporateCaseOpenings { totalCount } }',
    says('"totalCount":0'),
  ],
];

const onRestriction = (field: string, given: string) =>
  `mutation { r: ${field}CorporateRestriction(id: "${MADE.restriction}", ${given}) { __typename ... on Refusal { code } } }`;
const onOpening = (field: string) =>
  `mutation { r: ${field}CorporateCaseOpening(id: "${MADE.opening}") { __typename ... on Refusal { code } } }`;
const withdraw = `mutation { r: withdrawCorporateConflict(id: "${MADE.conflict}", reason: "x") { __typename ... on Refusal { code } } }`;

/** Ways to change who may open it. */
const CHANGE: readonly (readonly [string, Who, (on: Target) => string, Expected])[] = [
  [
    'lifting it, cleared and not named',
    CORA,
    () => onRestriction('lift', 'version: 1, reason: "x"'),
    says('RESTRICTION_NOT_FOUND'),
  ],
  [
    'naming oneself',
    CORA,
    () => onRestriction('change', 'version: 1, named: ["cora"]'),
    says('RESTRICTION_NOT_FOUND'),
  ],
  [
    'naming oneself after opening it',
    officer('fay'),
    () => onRestriction('change', 'version: 1, named: ["fay"]'),
    says('RESTRICTION_NOT_FOUND'),
  ],
  [
    'lifting it, being of whom it is, as an administrator',
    person('admin', 'dan'),
    () => onRestriction('lift', 'version: 1, reason: "x"'),
    says('RESTRICTION_NOT_FOUND'),
  ],
  [
    'restricting it anew',
    CORA,
    (on) => restrict(on, { id: on.cases.restricted }),
    says('ALREADY_RESTRICTED'),
  ],
  [
    'restricting what is closed by an interest',
    EVE,
    (on) => restrict(on, { id: on.cases.conflicted }),
    says('CASE_NOT_FOUND'),
  ],
  [
    'restricting what there is not',
    CORA,
    (on) => restrict(on, { id: 'corporate-00000000' }),
    says('CASE_NOT_FOUND'),
  ],
  [
    'restricting, cleared for others',
    person('officer', 'x', { streams: ['adults'] }),
    (on) => restrict(on),
    FORBIDDEN,
  ],
  [
    'restricting, as a manager',
    person('manager', 'mark', { services: ['greenspace'] }),
    (on) => restrict(on),
    NOT_DONE,
  ],
  ['withdrawing one’s own conflict, as an officer', EVE, () => withdraw, says('CONFLICT_NOT_FOUND')],
  [
    'withdrawing one’s own conflict, as an administrator',
    person('admin', 'eve'),
    () => withdraw,
    says('CONFLICT_NOT_FOUND'),
  ],
  [
    'keeping a named officer away, having opened it',
    officer('fay'),
    (on) =>
      `mutation { r: recordCorporateConflict(command: "${commandOf(3)}", id: "${on.cases.restricted}", subject: "olu", reason: "x") { __typename ... on Refusal { code } } }`,
    says('CASE_NOT_FOUND'),
  ],
  ['opening it, being of whom it is', DAN, (on) => open(on.cases.restricted), says('CASE_NOT_FOUND')],
  ['opening what is closed by an interest', EVE, (on) => open(on.cases.conflicted), says('CASE_NOT_FOUND')],
  ['opening what is not restricted', CORA, (on) => open(on.cases.open), says('CASE_NOT_FOUND')],
  [
    'opening it without saying why',
    CORA,
    (on) => open(on.cases.restricted, '                      '),
    says('RESTRICTION_UNUSABLE'),
  ],
  ['opening it as an administrator', person('admin', 'ada'), (on) => open(on.cases.restricted), NOT_DONE],
  [
    'opening it as a manager of the service',
    person('manager', 'mark', { services: ['greenspace'] }),
    (on) => open(on.cases.restricted),
    NOT_DONE,
  ],
  [
    'acknowledging what one opened, in another role',
    person('auditor', 'fay'),
    () => onOpening('acknowledge'),
    says('CASE_OPENING_OWN'),
  ],
  ['acknowledging as an officer', CORA, () => onOpening('acknowledge'), NOT_DONE],
  [
    'acknowledging, being of whom it is',
    person('admin', 'dan'),
    () => onOpening('acknowledge'),
    says('CASE_OPENING_NOT_FOUND'),
  ],
  ['ending what somebody else opened', CORA, () => onOpening('end'), says('CASE_OPENING_NOT_FOUND')],
];

/** A table of attacks on restricted cases through the gateway: a further one is a further row. */
export const CASE_ATTACKS: readonly Attack<Target>[] = [
  ...READ.map(([name, as, query, expects]) => ({
    name: `people of a restricted case, ${name}`,
    send: (on: Target) => by(on, as, query(on)),
    expects,
  })),
  ...CHANGE.map(([name, as, query, expects]) => ({
    name: `a restricted case: ${name}`,
    send: (on: Target) => by(on, as, query(on)),
    expects,
  })),
  {
    name: 'people of a restricted case, by their name',
    send: (on) =>
      by(on, CORA, `{ corporateAccountSearch(words: "${NAME}") { edges { node { complaint { id } } } } }`),
    expects: { status: 200, code: 'none', says: /^(?:(?!node.*node.*node).)*$/ },
  },
  ...KEY_CASE_ATTACKS,
];
