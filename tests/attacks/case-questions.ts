import type { Expected } from './attack';
import { commandOf, NAME } from './cases';
import type { Target } from './target';

/** Nothing of the person may stand in what comes, nor why the case is restricted. */
const never = new RegExp(`${NAME}|zebra|STAFF_COMPLAINED`, 'i');
export const NOTHING: Expected = { status: 200, code: 'none', never };
/** A refusal beside the rest of the answer, and one of all that was to be done. */
export const FORBIDDEN: Expected = { status: 200, code: 'FORBIDDEN', never };
export const NOT_DONE: Expected = { status: 403, code: 'FORBIDDEN', never };
export const says = (what: string): Expected => ({ ...NOTHING, says: new RegExp(what) });

export const PEOPLE = '... on CorporateComplaint { accounts { surname } }';
export const of = (id: string, fields = PEOPLE): string =>
  `{ complaint(id: "${id}") { restricted ${fields} } }`;

export const restrict = (on: Target, { command = 1, id = on.cases.open } = {}) =>
  `mutation { r: restrictCorporateComplaint(command: "${commandOf(command)}", id: "${id}", kind: NAMED_PEOPLE, reason: "x", named: ["cora"]) { __typename ... on Refusal { code } } }`;
export const open = (id: string, reason = 'I would like to know who it was') =>
  `mutation { r: openRestrictedCorporateComplaint(command: "${commandOf(2)}", id: "${id}", reason: "${reason}") { __typename ... on Refusal { code } } }`;
