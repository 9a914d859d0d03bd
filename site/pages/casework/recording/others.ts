import { createHash } from 'node:crypto';
import { dayNumberOf, isDay } from '../../../../domain/calendar/day';
import { dayWords } from '../../../../domain/figures/days';
import { textOf } from '../../../forms/fields';
import type { Asking, Gateway } from '../../../gateway/gateway';
import type { Stream } from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';
import { searchedStreams } from '../../../server/searched-streams';
import type { Session } from '../../../sessions/session';
import { askLines } from '../../complaints/ask-lines';
import { complaintRow } from '../../complaints/rows';
import { askAccounts, type Found } from '../../search/ask-accounts';
import { readSoughtWords } from '../../search/sought-words';
import { streamOfId } from '../commands/ask-case';
import { receivedIn } from './begins-at';

/** A complaint that may be of the same person: nothing of the person stands in it. */
export interface Other {
  readonly id: string;
  readonly reference: string;
  readonly href: string | null;
  readonly stream: string;
  readonly service: string;
  readonly state: { readonly words: string; readonly kind: string } | null;
  readonly received: string;
  /** Whether it came in at about the same time, so that it may be the same matter. */
  readonly isLikely: boolean;
  /** Whether the new one can be linked to it: they are of one stream. */
  readonly canLink: boolean;
}

/** What a search for the person's complaints found. */
export interface Others {
  /** What was looked for; null where no name was given that can be looked for. */
  readonly words: string | null;
  readonly rows: readonly Other[];
  /** The streams that do not answer, in words. */
  readonly lost: readonly string[];
  readonly hasMore: boolean;
}

/** Within so many days of each other two complaints may be one. */
const LIKELY_DAYS = 30;
const MOST = 10;
const NOTHING: Others = { words: null, rows: [], lost: [], hasMore: false };

/**
 * Other complaints of whoever complains, by their name, in the streams that the officer is cleared for; those that came in at about
 * the same time first. That they searched is recorded.
 */
export async function askOthers(
  gateway: Gateway,
  asking: Asking,
  of: { readonly form: Form; readonly session: Session; readonly stream: Stream | null },
): Promise<Others> {
  const name = ['forename', 'surname'].map((part) => textOf(of.form, `complainant-${part}`)).join(' ');
  const { words, problem } = readSoughtWords({ words: name });
  if (problem !== null) return NOTHING;
  const streams = searchedStreams(of.session);
  const { found, lost, next } = await askAccounts(gateway, asking, { words, streams, place: null });
  const complaints = firstOfEach(found);
  const listed = complaints.slice(0, MOST).flatMap(({ complaint }) => complaint ?? []);
  const lines = await askLines(gateway, asking, listed);
  const rows = complaints.slice(0, MOST).flatMap(({ complaint, receivedOn }): Other[] => {
    if (complaint === null) return [];
    const { id } = complaint;
    const { reference, href, stream, service, state } = complaintRow(id, lines);
    const told = { id, reference, href, stream, service, state, received: dayWords(receivedOn) };
    const canLink = streamOfId(id) === of.stream && lines.complaints.has(id);
    return [{ ...told, canLink, isLikely: isNear(receivedOn, receivedIn(of.form)) }];
  });
  const likelyFirst = [...rows].sort((one, other) => Number(other.isLikely) - Number(one.isLikely));
  return { words, lost, rows: likelyFirst, hasMore: next !== null || complaints.length > MOST };
}

/** A complaint is found at each of its stages; the newest comes first. */
function firstOfEach(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ complaint }) => {
    if (complaint === null || seen.has(complaint.id)) return false;
    seen.add(complaint.id);
    return true;
  });
}

const isNear = (one: string, other: string | null): boolean =>
  isDay(one) &&
  other !== null &&
  isDay(other) &&
  Math.abs(dayNumberOf(one) - dayNumberOf(other)) <= LIKELY_DAYS;

/** The key of the command that links a complaint once it is recorded: the same whenever its draft is sent again. */
export function linkKeyOf(draftId: string): string {
  const hash = createHash('sha256').update(`${draftId}/link`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
}
