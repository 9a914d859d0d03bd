import type { Attack, Expected, Sent } from './attack';

/** Who is not told small numbers, and a complaint that they try to get at. */
export interface ProtectedCaller {
  readonly authorization: string;
  readonly complaint: { readonly id: string; readonly reference: string };
}

/** The field is closed before its part is asked. */
const CLOSED: Expected = { status: 200, code: 'FORBIDDEN', never: /totalCount":\d|reference":"|offered":\d/ };
/** Told in no way, with what to ask instead. */
const UNTOLD: Expected = { status: 200, code: 'BAD_USER_INPUT', never: /"received":\d/ };
const OVER = 'financialYears: ["2019-20", "2020-21"]';

type Question = string | ((caller: ProtectedCaller) => string);

const sent =
  (question: Question) =>
  (caller: ProtectedCaller): Sent => ({
    headers: { authorization: caller.authorization },
    body: JSON.stringify({ query: typeof question === 'string' ? question : question(caller) }),
  });

const rows = (by: string, where: string, more = '') =>
  `{ measures(by: [${by}], where: { ${where} }${more}) { rows { received suppressed } } }`;

const LISTS: readonly (readonly [name: string, question: Question])[] = [
  ['complaints by the page', '{ complaints(first: 1) { totalCount } }'],
  [
    'how many complaints there are of a filter',
    '{ complaints(where: { themes: ["Delay"] }) { totalCount } }',
  ],
  [
    'complaints that changed since a moment',
    '{ complaints(where: { changedSince: "2021-01-01T00:00:00Z" }) { totalCount } }',
  ],
  ['what a figure counts', '{ counted(measure: RECEIVED) { totalCount edges { node { reference } } } }'],
  ['a complaint by its id', ({ complaint }) => `{ complaint(id: "${complaint.id}") { id } }`],
  [
    'a complaint by its reference',
    ({ complaint }) => `{ complaint(reference: "${complaint.reference}") { id } }`,
  ],
  ['a complaint as a node', ({ complaint }) => `{ node(id: "${complaint.id}") { id } }`],
  ['complaints as nodes', ({ complaint }) => `{ nodes(ids: ["${complaint.id}"]) { id } }`],
  ['a list behind another name', '{ figure: counted(measure: ANSWERED) { asAt } }'],
  ['a list in a fragment', 'query { ...lists } fragment lists on Query { complaints { totalCount } }'],
  ['the ombudsmen’s cases', '{ ombudsmanCases { totalCount } }'],
  ['an ombudsman’s case', '{ ombudsmanCase(id: "1") { id } }'],
  ['telephone calls by month and group', '{ calls(by: [GROUP, MONTH]) { rows { offered } } }'],
  ['how many telephone calls there were', '{ calls(by: []) { rows { offered answerRate } } }'],
  ['numbers of rows that were kept back', '{ imports(first: 1) { id } }'],
];

const QUESTIONS: readonly (readonly [name: string, question: string])[] = [
  ['by month', rows('MONTH', '')],
  ['of a period of a day more', rows('', 'from: "2020-04-01", to: "2020-07-01"')],
  ['of one day', rows('', 'from: "2020-05-04", to: "2020-05-04"')],
  ['of the last days', rows('', 'periods: [THIS_MONTH]')],
  ['by service and theme', rows('SERVICE, THEME', OVER)],
  ['by service, of one theme', rows('SERVICE', `${OVER}, themes: ["Delay"]`)],
  ['by directorate and channel', rows('DIRECTORATE, CHANNEL', OVER)],
  ['by service, of one quarter', rows('SERVICE', `${OVER}, quarters: [Q2]`)],
  ['by service and quarter', rows('SERVICE, QUARTER', OVER)],
  ['of a service in the year that goes on', rows('SERVICE', 'financialYears: ["2024-25"]')],
  ['of a service in all years', rows('SERVICE', '')],
  ['by finding', rows('OUTCOME', OVER)],
  ['of a finding', rows('STREAM', 'outcomes: [UPHELD]')],
  ['of a route', rows('STREAM', 'routes: [DIRECT]')],
  ['by why stages ended', rows('CLOSURE_REASON', OVER)],
  ['by ombudsman', rows('OMBUDSMAN', OVER)],
  ['as at a day of the caller’s own', rows('', '', ', asAt: "2021-06-15"')],
  ['with gaps filled, by theme and channel', rows('THEME, CHANNEL', OVER, ', fill: true')],
  ['one by one, as at a day', '{ figures(measures: [RECEIVED], asAt: "2021-06-15") { value } }'],
  [
    'one by one, of a service since a day',
    '{ figures(measures: [RECEIVED], where: { services: ["Highways"], from: "2020-04-02", to: "2021-03-31" }) { value } }',
  ],
];

/** What somebody tries to whom small numbers are not told. */
export const SMALL_NUMBER_ATTACKS: readonly Attack<ProtectedCaller>[] = [
  ...LISTS.map(([name, question]) => ({
    name: `is not shown ${name}`,
    send: sent(question),
    expects: CLOSED,
  })),
  ...QUESTIONS.map(([name, question]) => ({
    name: `is told no figures ${name}`,
    send: sent(question),
    expects: UNTOLD,
  })),
];
