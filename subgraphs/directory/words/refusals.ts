import type { Refused } from '../../../platform/server/refusal';
import { type Decision, type Meaning, subjectOf } from './decisions';

export const unknownService = (id: string): Refused<'UnknownService'> => ({
  __typename: 'UnknownService',
  code: 'UNKNOWN_SERVICE',
  message: `There is no service with the id “${id}”. Take one that \`services\` lists.`,
});

export const unknownChannel = (id: string): Refused<'UnknownChannel'> => ({
  __typename: 'UnknownChannel',
  code: 'UNKNOWN_CHANNEL',
  message: `There is no channel with the id “${id}”. Take one that \`channels\` lists.`,
});

export const findingDoesNotFit: Refused<'FindingDoesNotFit'> = {
  __typename: 'FindingDoesNotFit',
  code: 'FINDING_DOES_NOT_FIT',
  message:
    'A stage with a finding was answered, and one that was answered has a finding. Give an outcome with ANSWERED, and none with any other closure reason.',
};

export const wordUnusable = (most: number): Refused<'WordUnusable'> => ({
  __typename: 'WordUnusable',
  code: 'WORD_UNUSABLE',
  message: `A word has between 1 and ${most} characters besides spaces. Give it as the system wrote it.`,
});

/** The refusal of a second meaning. */
export interface AlreadyMeans extends Refused<'WordAlreadyMeans'> {
  readonly meaning: string;
}

export const wordAlreadyMeans = (written: string, meaning: string): AlreadyMeans => ({
  __typename: 'WordAlreadyMeans',
  code: 'WORD_ALREADY_MEANS',
  message: `“${written.trim()}” means ${meaning} already. To give it another, say on which version that is based.`,
  meaning,
});

/** The refusal of a decision on a word that was decided on meanwhile. */
export interface WordChanged extends Refused<'WordChanged'> {
  /** The newest decision; null where there is none. */
  readonly word: Mapped | null;
}

export const wordChanged = (written: string, last: Decision | null): WordChanged => ({
  __typename: 'WordChanged',
  code: 'WORD_CHANGED',
  message: `“${written.trim()}” was decided on meanwhile: ${stands(last)}. Look at that, and decide on it if it is still to be changed.`,
  word: last === null ? null : asMapped(last),
});

function stands(last: Decision | null): string {
  if (last === null) return 'it has no meaning';
  const { means, is_kept, decided_by, from_day } = last;
  return is_kept
    ? `it means ${inWords(means)} from ${from_day} on, says ${decided_by}`
    : `${decided_by} took back that it means ${inWords(means)}`;
}

export const wordMeansNothing = (id: string): Refused<'WordMeansNothing'> => ({
  __typename: 'WordMeansNothing',
  code: 'WORD_MEANS_NOTHING',
  message: `Nobody gave the word “${id}” a meaning, so there is none to take back. \`mappedWordsConnection\` lists them by their ids.`,
});

/** A word with its meaning, as the graph shows it. */
export interface Mapped {
  readonly __typename: 'WordMapped';
  readonly id: string;
  readonly kind: 'SERVICE' | 'CHANNEL' | 'CLOSURE_CODE';
  readonly written: string;
  readonly source: string | null;
  readonly meaning: string;
  readonly from: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  readonly version: number;
  readonly isKept: boolean;
  readonly isNewest: boolean;
}

const KINDS = { service: 'SERVICE', channel: 'CHANNEL', 'closure-code': 'CLOSURE_CODE' } as const;

/** A meaning in a few words. */
export function inWords(means: Meaning): string {
  if ('serviceId' in means) return means.serviceId;
  if ('channelId' in means) return means.channelId;
  return [means.outcome, means.closureReason].filter((part) => part !== null).join(', ');
}

export const asMapped = (
  { subject, kind, written, source, means, ...decided }: Decision,
  isNewest = true,
): Mapped => ({
  __typename: 'WordMapped',
  id: subject,
  kind: KINDS[kind],
  ...{ written, source, meaning: inWords(means), from: decided.from_day },
  decidedBy: decided.decided_by,
  decidedAt: decided.decided_at.toISOString(),
  reason: decided.reason,
  ...{ version: decided.version, isKept: decided.is_kept, isNewest },
});

/** A word that came with the product under the name of what it means. */
export const alwaysMeant = (of: { kind: 'service' | 'channel'; written: string; id: string }): Mapped => ({
  __typename: 'WordMapped',
  id: subjectOf({ ...of, source: null }),
  kind: KINDS[of.kind],
  ...{
    written: of.written.trim(),
    source: null,
    meaning: of.id,
    from: null,
    decidedBy: null,
    decidedAt: null,
    reason: null,
  },
  ...{ version: 0, isKept: true, isNewest: true },
});
