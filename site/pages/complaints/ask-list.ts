import type { Asking, Gateway } from '../../gateway/gateway';
import { isBadQuestion, isPartLost } from '../../gateway/part-lost';
import { FIRST_PAGE, type PagePlace } from '../../lists/page-place';
import type { ListQuestion } from './list-question';
import { askMeasured, type MeasuredPage } from './measured';
import { askPlain } from './plain';
import type { ListRow } from './rows';

/** One page of a list, whichever it is. */
export interface ListPage {
  readonly asAt: string;
  readonly total: number | null;
  readonly rows: readonly ListRow[];
  readonly lost: readonly string[];
  readonly partial: readonly string[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Of a list of what a figure counts. */
  readonly measured: MeasuredPage | null;
}

/** Asks for a page of the list that `question` is about. */
export async function askListPage(
  gateway: Gateway,
  asking: Asking,
  question: ListQuestion,
  page: { readonly first: number; readonly after: string | null },
): Promise<ListPage> {
  if (question.kind === 'measured') {
    const measured = await askMeasured(gateway, asking, { ...question.measured, ...page });
    const { asAt, totalCount, pageInfo, partial } = measured.counted;
    return { asAt, total: totalCount, pageInfo, partial, measured, rows: measured.rows, lost: measured.lost };
  }
  const { plain, order } = question;
  const listed = await askPlain(gateway, asking, { where: plain.where, orderBy: order, ...page });
  const { asAt, totalCount, pageInfo } = listed.complaints;
  return {
    asAt,
    total: totalCount,
    pageInfo,
    partial: [],
    measured: null,
    rows: listed.rows,
    lost: listed.lost,
  };
}

/** A page of a list, with where in it; or why the graph refuses such a list, which is null where it does not answer. */
export type PlacedList =
  | { readonly page: ListPage; readonly place: PagePlace; readonly says: string | null }
  | { readonly page: null; readonly says: string | null };

/**
 * Asks by `ask` for the page at `place`; where the list has no such place any more, for its first. Throws `GatewayRefusal`
 * where the person may not.
 */
export async function askAtPlace(
  ask: (place: PagePlace) => Promise<ListPage>,
  place: PagePlace,
): Promise<PlacedList> {
  try {
    return { page: await ask(place), place, says: null };
  } catch (error) {
    if (isPartLost(error)) return { page: null, says: null };
    if (!isBadQuestion(error)) throw error;
    if (place.after === null) return { page: null, says: refusedWords(error.message) };
    const first = await askAtPlace(ask, FIRST_PAGE);
    return {
      ...first,
      says: first.says ?? 'That page of the list is not there any more: this is the first.',
    };
  }
}

/** Why the graph refuses a question, for people. Of what a list is asked with, the measure alone is not checked before. */
const refusedWords = (says: string): string =>
  says.startsWith('Variable "$measure"')
    ? 'There is no such measure. Those that there are stand under Measures.'
    : says.replaceAll('`', '');
