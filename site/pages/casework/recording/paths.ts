import { type Draft, stepOf } from '../../../drafts/draft';
import { STEP_NAMES } from './steps';

/** Where recording begins. */
export const RECORD_PATH = '/casework/record';

/** A step of a draft, or what else there is of it. */
export const draftHref = (id: string, place: string): string =>
  `${RECORD_PATH}/${encodeURIComponent(id)}/${place}`;

/** Where somebody goes on with a draft: at the first step that was not saved yet, or where everything is looked at. */
export const goOnHref = (draft: Draft): string =>
  draftHref(
    draft.id,
    draft.isSent ? 'check' : (STEP_NAMES.find((step) => stepOf(draft, step).saves === 0) ?? 'check'),
  );
