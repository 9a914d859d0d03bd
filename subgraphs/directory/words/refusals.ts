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
  message: `“${written.trim()}” means ${meaning} already. A word has one meaning: figures that were given out rest on it.`,
  meaning,
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
}

const KINDS = { service: 'SERVICE', channel: 'CHANNEL', 'closure-code': 'CLOSURE_CODE' } as const;

/** A meaning in a few words. */
export function inWords(means: Meaning): string {
  if ('serviceId' in means) return means.serviceId;
  if ('channelId' in means) return means.channelId;
  return [means.outcome, means.closureReason].filter((part) => part !== null).join(', ');
}

export const asMapped = ({ subject, kind, written, source, means, ...decided }: Decision): Mapped => ({
  __typename: 'WordMapped',
  id: subject,
  kind: KINDS[kind],
  ...{ written, source, meaning: inWords(means), from: decided.from_day },
  decidedBy: decided.decided_by,
  decidedAt: decided.decided_at.toISOString(),
  reason: decided.reason,
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
});
