import type { Route } from '../../contracts/route';
import type { ClosureReason, Outcome } from '../../domain/findings';
import { wordTable } from '../cells/text';
import { type ListedColumns, meaningIn } from '../kit/compare-rows';
import { ownCodes } from '../kit/own-codes';

/** What a closure code says: how the stage ended, or that it never was a complaint. */
export type ClosureMeaning =
  | { readonly kind: 'ended'; readonly outcome: Outcome | null; readonly closureReason: ClosureReason }
  | { readonly kind: 'noComplaint'; readonly code: string };

const finding = (outcome: Outcome): ClosureMeaning => ({ kind: 'ended', outcome, closureReason: 'ANSWERED' });
const ended = (closureReason: ClosureReason): ClosureMeaning => ({
  kind: 'ended',
  outcome: null,
  closureReason,
});
const noComplaint = (code: string): ClosureMeaning => ({ kind: 'noComplaint', code });

const UPHELD = finding('UPHELD');
const PARTLY = finding('PARTIALLY_UPHELD');
const NOT_UPHELD = finding('NOT_UPHELD');
const RESOLVED = ended('RESOLVED_INFORMALLY');
const WITHDRAWN = ended('WITHDRAWN');
const OUTSIDE = ended('OUTSIDE_SCOPE');

/** The closure codes found in the corporate system (the extracts' README, table "outcome / closure codes found"). */
export const CLOSURE_CODES = wordTable<ClosureMeaning>([
  ['UPH', UPHELD],
  ['Upheld', UPHELD],
  ['Upheld - apology given', UPHELD],
  ['Upheld - service improvement', UPHELD],
  ['CL01', UPHELD],
  ['Justified', UPHELD],
  ['PUPH', PARTLY],
  ['Part Upheld', PARTLY],
  ['Partly upheld', PARTLY],
  ['Partially upheld', PARTLY],
  ['CL02', PARTLY],
  ['Part Justified', PARTLY],
  ['NUPH', NOT_UPHELD],
  ['Not Upheld', NOT_UPHELD],
  ['Not upheld - explanation given', NOT_UPHELD],
  ['CL03', NOT_UPHELD],
  ['Not Justified', NOT_UPHELD],
  ['No fault found', NOT_UPHELD],
  ['RES', RESOLVED],
  ['Resolved', RESOLVED],
  ['Resolved informally', RESOLVED],
  ['CL04', RESOLVED],
  ['Closed - customer satisfied', RESOLVED],
  ['WDN', WITHDRAWN],
  ['Withdrawn', WITHDRAWN],
  ['Withdrawn by customer', WITHDRAWN],
  ['CL05', WITHDRAWN],
  ['No further contact from customer', WITHDRAWN],
  ['OOJ', OUTSIDE],
  ['Outside scope', OUTSIDE],
  ['Other appeal route', OUTSIDE],
  ['CL06', OUTSIDE],
  ['Insurance claim', OUTSIDE],
  ['Older than 12 months', OUTSIDE],
  ['Duplicate', noComplaint('Duplicate')],
  ['Opened in error', noComplaint('Opened in error')],
  ['TEST - DO NOT USE', noComplaint('TEST - DO NOT USE')],
]);

export const OWN_CODES = ownCodes(CLOSURE_CODES, (means) => (means.kind === 'ended' ? means : null));

/** The two streams whose complaints the corporate system holds. */
export type CrmStream = 'corporate' | 'schools';

export type CaseType =
  | { readonly kind: 'complaint'; readonly stream: CrmStream }
  | { readonly kind: 'other'; readonly name: string };

/** The case types of the system; whatever else is no complaint either (the extracts' README, `Case Type`). */
export const CASE_TYPES = wordTable<CaseType>([
  ['Corporate Complaint', { kind: 'complaint', stream: 'corporate' }],
  ['Schools Complaint', { kind: 'complaint', stream: 'schools' }],
  ['Compliment', { kind: 'other', name: 'Compliment' }],
  ['Comment', { kind: 'other', name: 'Comment' }],
  ['MP Enquiry', { kind: 'other', name: 'MP Enquiry' }],
  ['Service Request', { kind: 'other', name: 'Service Request' }],
]);

/** How a stage after the first was reached (the extracts' README, `Route`). */
export const ROUTES = wordTable<Route>([
  ['Escalated from stage 1', 'ESCALATED'],
  ['Direct to stage 2', 'DIRECT'],
]);

/** Whether a case with this status has ended. */
export const STATUSES = wordTable<boolean>([
  ['Open', false],
  ['In progress', false],
  ['Closed', true],
]);

/** The columns that hold words of a list. Of the statuses each is another, though two say that a case is open. */
export const LISTED: ListedColumns = {
  'Case Type': meaningIn(CASE_TYPES),
  Route: meaningIn(ROUTES),
  Status: () => null,
  'Closure Code': meaningIn(CLOSURE_CODES),
  Service: (cell, names) => names.serviceIdOf(cell),
  Directorate: (cell, names) => names.directorateIdOf(cell),
  Channel: (cell, names) => names.channelOf(cell),
};
