import { streamName } from '../../../../domain/figures/names';
import { countedWords } from '../../../../domain/figures/numbers';
import { addressOf } from '../../../filters/address';
import { STREAMS } from '../../../filters/parts';
import { type PagePlace, pageLinks } from '../../../lists/page-place';
import type { LikelyDuplicateListQuery } from '../../../operations/__generated__/operations';
import type { FileStep } from '../list-file';
import { DUPLICATES_PATH, faultsHref, pairHref, roomsFor } from '../paths';
import { momentWords } from '../shown-moment';
import { PAIR_STATES, type PairQuestion } from './question';

export type PairNode = NonNullable<
  NonNullable<LikelyDuplicateListQuery['likelyDuplicates']>['edges'][number]['node']
>;

const streamOf = ({ stream }: PairNode['records'][number]): string =>
  stream === null ? 'no stream' : streamName(stream);

/** What the list of likely duplicates shows. */
export function duplicatesView(question: PairQuestion, place: PagePlace, given: FileStep<PairNode>) {
  const { parameters, problems } = question;
  const { totalCount: total, edges, pageInfo } = given;
  const pairs = edges.flatMap(({ node }) => (node === null ? [] : [node]));
  return {
    rooms: roomsFor(DUPLICATES_PATH),
    path: DUPLICATES_PATH,
    problems,
    chosen: parameters,
    isNarrowed: Object.keys(parameters).length > 0,
    choices: {
      states: Object.entries(PAIR_STATES).map(([value, text]) => ({ value, text })),
      streams: STREAMS.map((value) => ({ value, text: streamName(value) })),
    },
    copiesHref: faultsHref({ code: 'CONFLICTING_COPY', state: 'OPEN' }),
    total,
    says: countedWords({ count: total, one: 'pair', many: 'pairs' }),
    rows: pairs.map((pair) => ({
      href: pairHref(pair.id),
      records: pair.records.map((record) => ({ text: record.record, note: streamOf(record) })),
      reasons: pair.reasons.map(({ message }) => message),
      foundOn: momentWords(pair.foundAt),
      state: PAIR_STATES[pair.state],
      isOpen: pair.state === 'OPEN',
    })),
    links: pageLinks({
      ...{ path: DUPLICATES_PATH, filter: {}, parameters, place },
      ...{ rows: pairs.length, total, pageInfo },
    }),
    csvHref: addressOf(`${DUPLICATES_PATH}.csv`, {}, parameters),
  };
}

/** The columns of the file. */
export const PAIR_HEADS = [
  ...['Id', 'One system', 'One record', 'Other system', 'Other record', 'Days apart'],
  ...['What shows it', 'Found', 'State', 'Decided by', 'Why'],
];

/** One row of the file. */
export const pairCells = ({ id, records: [one, other], days, reasons, ...pair }: PairNode) => [
  ...[id, one?.source ?? null, one?.record ?? null, other?.source ?? null, other?.record ?? null, days],
  ...[reasons.map(({ message }) => message).join(' '), momentWords(pair.foundAt)],
  ...[PAIR_STATES[pair.state], pair.decidedBy, pair.reason],
];
