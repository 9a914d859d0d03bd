import type { Asking, Gateway } from '../../../gateway/gateway';
import { mergePages } from '../../../lists/merge-pages';
import { PAGE_ROWS } from '../../../lists/page-place';
import {
  type WaitingLetterLineFragment,
  WorklistAdultsDocument,
  type WorklistAdultsQuery,
  WorklistChildrensDocument,
  WorklistCorporateDocument,
  type WorklistKind,
  type WorklistPageFragment,
  WorklistSchoolsDocument,
} from '../../../operations/__generated__/operations';
import { unlessLost } from '../../ask-part';
import { knownOf } from '../team/known';
import type { Known } from '../team/receiver';
import type { Places } from './places';
import type { WorkStream } from './work-streams';
import type { WorklistQuestion } from './worklist-question';

const OPERATIONS = {
  adults: WorklistAdultsDocument,
  childrens: WorklistChildrensDocument,
  corporate: WorklistCorporateDocument,
  schools: WorklistSchoolsDocument,
} as const satisfies Readonly<Record<WorkStream, unknown>>;
/** What each stream says of a list; null where it does not answer. */
interface StreamList {
  readonly name: WorkStream;
  readonly answer: WorklistAdultsQuery | null;
}

type Edge = WorklistPageFragment['edges'][number];
export type Line = Pick<Edge, 'urgency' | 'workingDaysLeft'> & { readonly work: NonNullable<Edge['node']> };

/** A page of a list over all streams, the most urgent first. */
export interface WorklistShown {
  readonly lines: readonly Line[];
  readonly hasMore: boolean;
  /** Where each stream goes on after this page. */
  readonly places: Places;
  readonly lost: readonly WorkStream[];
  readonly counts: ReadonlyMap<WorklistKind, number>;
  /** Groups by their ids, and who is known to work on complaints. */
  readonly known: Known;
  /** Letters that wait for whoever asks, what waits longest first. */
  readonly waiting: readonly WaitingLetterLineFragment[];
  /** The day of which urgency is told; null where no stream answers. */
  readonly asAt: string | null;
}

/**
 * Asks each stream for its own page, so that one that is down costs its own rows alone. Throws `GatewayRefusal` for a place
 * that cannot be meant.
 */
export async function askWorklists(
  gateway: Gateway,
  { list, where }: WorklistQuestion,
  { streams, places }: { readonly streams: readonly WorkStream[]; readonly places: Places },
  asking: Asking,
): Promise<WorklistShown> {
  const answers = await Promise.all(
    streams.map(async (name): Promise<StreamList> => {
      const variables = { list, where, first: PAGE_ROWS, after: places[name] ?? null };
      return { name, answer: await unlessLost(gateway.ask(OPERATIONS[name], variables, asking)) };
    }),
  );
  return shownOf(answers, places);
}

function shownOf(answers: readonly StreamList[], places: Places): WorklistShown {
  const pages = answers.map(({ name, answer }) => ({
    name,
    page: answer?.page ? withLines(answer.page) : null,
  }));
  const { taken, hasMore, lost } = mergePages(pages, { size: PAGE_ROWS, momentOf });
  return {
    ...{ lines: taken.map(({ node }) => node), hasMore, lost },
    places: { ...places, ...Object.fromEntries(taken.map(({ name, cursor }) => [name, cursor])) },
    counts: summed(answers.flatMap(({ answer }) => answer?.counts?.lists ?? [])),
    known: knownOf(
      answers.flatMap(({ answer }) => answer?.groups ?? []),
      taken.flatMap(({ node }) => node.work.assignedTo ?? []),
    ),
    waiting: answers
      .flatMap(({ answer }) => answer?.waiting ?? [])
      .sort((one, other) => one.changedAt.localeCompare(other.changedAt)),
    asAt: answers.flatMap(({ answer }) => answer?.counts?.asAt ?? []).at(0) ?? null,
  };
}

const withLines = ({ edges, pageInfo }: WorklistPageFragment) => ({
  pageInfo,
  edges: edges.map(({ cursor, node, ...urgency }) => ({
    cursor,
    node: node === null ? null : { ...urgency, work: node },
  })),
});

/** Pages are merged the latest moment first; what is due first comes first here, and what has no day last. */
const momentOf = ({ work: { nextDueOn } }: Line): number =>
  nextDueOn === null ? -Number.MAX_SAFE_INTEGER : -Date.parse(nextDueOn);

function summed(counts: readonly { readonly list: WorklistKind; readonly count: number }[]) {
  const sums = new Map<WorklistKind, number>();
  for (const { list, count } of counts) sums.set(list, (sums.get(list) ?? 0) + count);
  return sums;
}
