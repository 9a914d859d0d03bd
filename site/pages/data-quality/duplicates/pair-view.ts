import { streamName } from '../../../../domain/figures/names';
import type { LikelyDuplicatePageQuery } from '../../../operations/__generated__/operations';
import { correctionView } from '../correction/correction-view';
import type { RefusedDecision } from '../correction/refusal';
import { DUPLICATES_PATH, recordHref, roomsFor } from '../paths';
import { sourceName } from '../quality-names';
import { momentWords } from '../shown-moment';
import { PAIR_STATES } from './question';

/** A pair with the names of the systems. */
export interface GivenPair {
  readonly pair: NonNullable<LikelyDuplicatePageQuery['likelyDuplicate']>;
  readonly sources: LikelyDuplicatePageQuery['sources'];
}

interface Shown {
  readonly given: GivenPair;
  readonly reason: string;
  readonly refused: RefusedDecision | null;
}

/** What the page of a pair shows: both records side by side, what shows that they may be one, and what was decided. */
export function pairView({ given: { pair, sources }, reason, refused }: Shown) {
  const typed = { cells: new Map<string, string>(), reason, acceptFaults: [] };
  return {
    rooms: roomsFor(DUPLICATES_PATH),
    title: pair.records.map(({ record }) => record).join(' and '),
    state: PAIR_STATES[pair.state],
    isOpen: pair.state === 'OPEN' || refused !== null,
    reasons: pair.reasons.map(({ message }) => message),
    decided:
      pair.decidedBy === null || pair.decidedAt === null
        ? null
        : {
            what: PAIR_STATES[pair.state],
            who: pair.decidedBy,
            when: momentWords(pair.decidedAt),
            why: pair.reason,
          },
    records: pair.whole.map(({ source, record, stream, file, line, cells }) => ({
      ...{ record, href: recordHref(record) },
      facts: [
        { name: 'System', value: sourceName(sources, source) },
        { name: 'Stream', value: stream === null ? 'None' : streamName(stream) },
        { name: 'File', value: `${file ?? 'not recorded'}${line === null ? '' : `, line ${line}`}` },
      ],
      cells: (cells ?? [])
        .filter(({ value }) => value.trim() !== '')
        .map(({ column, value }) => ({ name: column, value })),
    })),
    form: correctionView({ cells: [], reasons: [], typed, refused: refused && inWords(refused, pair) }),
  };
}

/** Who decided first, and what. */
function inWords(refused: RefusedDecision, { decidedBy, decidedAt, state, reason }: GivenPair['pair']) {
  if (decidedBy === null || decidedAt === null) return refused;
  const says = `${decidedBy} decided on ${momentWords(decidedAt)}: ${PAIR_STATES[state].toLowerCase()}. “${reason}” Nothing of yours was done.`;
  return { ...refused, problems: [{ says, field: 'row' as const }] };
}
