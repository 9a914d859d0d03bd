import type { Refused } from '../../imports/pipeline';
import { SettingsError } from '../../platform/config/settings';
import { DatabaseRefusal } from '../../platform/postgres/refusal';
import { safeDatabaseError } from '../../platform/postgres/safe-error';
import { BROKE_OFF } from './report-summary';

/** What ended an import, in words for whoever made it. */
export interface Ended {
  readonly refusal: Refused;
  /** Where something unexpected happened, without values, for whoever mends it; null for what was foreseen. */
  readonly trace: string | null;
}

/** An error in words for whoever imports, and what is there of the import now. */
export function endedBy(error: unknown, { dryRun }: { readonly dryRun: boolean }): Ended {
  if (error instanceof SettingsError) return foreseen('WRONG_SETTINGS', error);
  if (error instanceof DatabaseRefusal) return foreseen('DATABASE_UNREACHABLE', error);
  const safe = safeDatabaseError(error);
  const kept = dryRun
    ? 'It was a trial, so nothing of it is kept.'
    : 'Some of its records may be held already. Make the same import again: it completes what this one began.';
  const message = `The import broke off: ${safe.message}. ${kept}`;
  return { refusal: { kind: 'refused', code: BROKE_OFF, message }, trace: safe.stack ?? safe.message };
}

const foreseen = (code: string, { message }: Error): Ended => ({
  refusal: { kind: 'refused', code, message },
  trace: null,
});
