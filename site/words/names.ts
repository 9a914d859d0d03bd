import type { ClosureReason, Outcome } from '../../domain/findings';
import { ownOf } from '../../platform/tables/own-of';

/** What a name says where nothing was written down. */
const NO_NAME = 'Not recorded';

const STREAMS: Readonly<Record<string, string>> = {
  CORPORATE: 'Corporate',
  ADULTS: 'Adult social care',
  CHILDRENS: "Children's social care",
  SCHOOLS: 'Schools',
};

const FINDINGS: Readonly<Record<Outcome, string>> = {
  UPHELD: 'Upheld',
  PARTIALLY_UPHELD: 'Partially upheld',
  NOT_UPHELD: 'Not upheld',
};

const CLOSURE_REASONS: Readonly<Record<ClosureReason, string>> = {
  ANSWERED: 'Answered',
  RESOLVED_INFORMALLY: 'Resolved informally',
  WITHDRAWN: 'Withdrawn',
  OUTSIDE_SCOPE: 'Outside scope',
  NO_CONSENT: 'No consent',
  MERGED: 'Merged with another complaint',
};

const OMBUDSMEN: Readonly<Record<string, string>> = {
  LGSCO: 'Local Government and Social Care Ombudsman',
  HOUSING: 'Housing Ombudsman',
};

const ROUTES: Readonly<Record<string, string>> = {
  ESCALATED: 'From the stage before',
  DIRECT: 'Direct',
};

/** A stream's name: "Adult social care". */
export const streamName = (code: string | null): string => nameIn(STREAMS, code);

/** A finding's name; a stage that was closed without one has "No finding". */
export const findingName = (code: string | null): string =>
  code === null ? 'No finding' : nameIn(FINDINGS, code);

/** Why a stage ended: "Resolved informally". */
export const closureReasonName = (code: string | null): string => nameIn(CLOSURE_REASONS, code);

/** How a later stage was reached. */
export const routeName = (code: string | null): string => nameIn(ROUTES, code);

/** An ombudsman's name in full. */
export const ombudsmanName = (code: string | null): string => nameIn(OMBUDSMEN, code);

/** How a complaint came in, by its id: `web-form` is "Web form". */
export const channelName = (id: string | null): string => nameIn({}, id);

/** What an ombudsman decided or found: `REFERRED_BACK` is "Referred back". */
export const decisionName = (code: string | null): string => nameIn({}, code);

/** Open or closed. */
export const statusName = (code: string | null): string => nameIn({}, code);

/** A stage by its number: "Stage 2". */
export const stageName = (stage: number | null): string => (stage === null ? NO_NAME : `Stage ${stage}`);

/** How long something has been open: `UP_TO_10_WORKING_DAYS` is "Up to 10 working days". */
export const ageBandName = (code: string | null): string => nameIn({}, code?.replace(/^FROM_/, '') ?? null);

/** A code that has no name of its own is told by its words: a value that the gateway gains later is readable too. */
function nameIn(names: Readonly<Record<string, string>>, code: string | null): string {
  if (code === null || code === '') return NO_NAME;
  return ownOf(names, code) ?? sentenceOf(code);
}

function sentenceOf(code: string): string {
  const words = code.replace(/[_-]+/g, ' ').trim().toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
