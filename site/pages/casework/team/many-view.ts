import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import { countedWords } from '../../../../domain/figures/numbers';
import type { ManyCameFragment, Stream } from '../../../operations/__generated__/operations';
import type { NameOf } from '../../../server/person-names';
import { complaintHref } from '../../complaints/rows';

/** What became, or would become, of a command in one stream; `came` is null where the stream does not answer. */
export interface StreamCame {
  readonly stream: Stream;
  readonly came: ManyCameFragment | null;
  /** The complaints that were sent; none where the stream looks them up itself. */
  readonly ids: readonly string[];
}

type Done = Extract<ManyCameFragment, { readonly __typename: 'ManyDone' }>;
type Shown = Done['done'][number]['complaint'];

/** One complaint of a command on many. */
interface Row {
  readonly id: string;
  readonly reference: string;
  readonly href: string | null;
  readonly stream: string;
}

/** What became of a command on many complaints of several streams, or would become. */
export interface ManyView {
  readonly done: readonly Row[];
  readonly refused: readonly (Row & { readonly why: string })[];
  /** How many are still to be done, since one command does only so many. */
  readonly left: number;
  readonly lost: readonly string[];
  /** "1 complaint", "3 complaints". */
  readonly doneWords: string;
  /** That whoever has them now is away; null where they are not. */
  readonly away: string | null;
}

/** Tells of each complaint what came of it. A stream that refuses the whole refuses each of its complaints. */
export function manyView(all: readonly StreamCame[], nameOf: NameOf): ManyView {
  const each = all.flatMap(({ stream, came, ids }) => partsOf(stream, came, ids));
  const done = each.flatMap((part) => part.done);
  return {
    done,
    refused: each.flatMap(({ refused }) => refused),
    left: each.reduce((sum, { left }) => sum + left, 0),
    lost: all.filter(({ came }) => came === null).map(({ stream }) => streamName(stream)),
    doneWords: complaintsWords(done.length),
    away: awayWords(all, nameOf),
  };
}

/** "1 complaint", "1,203 complaints". */
export const complaintsWords = (count: number): string =>
  countedWords({ count, one: 'complaint', many: 'complaints' });

function partsOf(stream: Stream, came: ManyCameFragment | null, ids: readonly string[]) {
  if (came === null) return [];
  const row = rowIn(stream);
  if (came.__typename === 'CommandUnusable')
    return [{ done: [], refused: ids.map((id) => ({ ...row(id, null), why: came.message })), left: 0 }];
  return [
    {
      done: came.done.map(({ id, complaint }) => row(id, complaint)),
      refused: came.refused.map(({ id, complaint, message }) => ({ ...row(id, complaint), why: message })),
      left: came.left,
    },
  ];
}

const rowIn =
  (stream: Stream) =>
  (id: string, complaint: Shown): Row => ({
    id,
    reference: complaint?.reference ?? 'Without a reference',
    href: complaint === null ? null : complaintHref(complaint.id),
    stream: streamName(stream),
  });

function awayWords(all: readonly StreamCame[], nameOf: NameOf): string | null {
  const [absence] = all.flatMap(({ came }) => (came?.__typename === 'ManyDone' ? (came.absence ?? []) : []));
  if (absence === undefined) return null;
  const standsIn = absence.standsIn === null ? 'Nobody stands in' : `${nameOf(absence.standsIn)} stands in`;
  return `away until ${dayWords(absence.to)}. ${standsIn}`;
}
