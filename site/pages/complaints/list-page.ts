import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import { countWords } from '../../../domain/figures/numbers';
import { addressOf } from '../../filters/address';
import { narrowing } from '../../lists/narrowing';
import { pageLinks } from '../../lists/page-place';
import { lostView } from '../figures/lost';
import { nameInWords } from '../measures/ask-definitions';
import type { ReachWithNames } from '../reach';
import type { PlacedList } from './ask-list';
import type { ListQuestion } from './list-question';
import {
  areCases,
  CSV_PATH,
  columnHeads,
  LIST_PATH,
  listTags,
  orderLinks,
  periodLabel,
  shownRow,
} from './list-view';
import { measuredHead } from './measured';
import { complaintsWords } from './rows';

/** What the page of a list shows. */
export function listView(
  question: ListQuestion,
  placed: PlacedList,
  reach: Pick<ReachWithNames, 'asAt' | 'choices' | 'hasStages'>,
) {
  const { filter, parameters } = question;
  return {
    kind: question.kind,
    tags: listTags(question),
    resetHref: addressOf(
      LIST_PATH,
      {},
      question.kind === 'measured' ? { measure: question.measured.measure } : {},
    ),
    ...lostView({ isLost: isListLost(placed) }),
    problems: [...question.problems, ...(placed.page === null && placed.says !== null ? [placed.says] : [])],
    note: placed.page === null ? null : placed.says,
    narrowing: narrowing({ filter, parameters, choices: reach.choices, asAt: reach.asAt }),
    extras: question.kind === 'plain' ? question.plain.extras : null,
    ...(placed.page === null
      ? { heading: lostHeading(question), list: null }
      : shownList(question, placed, reach)),
  };
}

/** What the list is called whose figure is not told. */
const lostHeading = (question: ListQuestion): string =>
  (question.kind === 'measured' ? nameInWords(question.measured.measure) : null) ?? 'Complaints';

/** Whether the list cannot be had, and not because it cannot be meant. */
const isListLost = ({ page, says }: PlacedList): boolean => page === null && says === null;

function shownList(
  question: ListQuestion,
  { page, place }: Extract<PlacedList, { readonly page: object }>,
  { hasStages }: Pick<ReachWithNames, 'hasStages'>,
) {
  const { filter, parameters } = question;
  const { rows, total, pageInfo, asAt, lost, partial } = page;
  const isOfCases = areCases(rows);
  const heads = columnHeads(question, isOfCases);
  const orders = question.kind === 'plain' ? orderLinks(LIST_PATH, question, question.order) : [];
  const listed = { heads, orders, isOfCases, rows: rows.map(shownRow) };
  return {
    ...headOf(question, page),
    list: {
      ...listed,
      // No records that the visitor sees say as at which day nothing is.
      asAt: rows.length === 0 && !hasStages ? null : dayWords(asAt),
      lost,
      partial: partial.map(streamName),
      links: pageLinks({ path: LIST_PATH, filter, parameters, place, rows: rows.length, total, pageInfo }),
      csvHref: rows.length === 0 ? null : addressOf(CSV_PATH, filter, parameters),
    },
  };
}

function headOf(
  question: ListQuestion,
  { measured, total, asAt }: Extract<PlacedList, { readonly page: object }>['page'],
) {
  if (question.kind === 'plain' || measured === null) {
    const isNarrowed = listTags(question).length > 0;
    return {
      heading: 'Complaints',
      figure: null,
      says: `${complaintsWords(total)}${isNarrowed ? ' that fit' : ''}`,
    };
  }
  const head = measuredHead(measured);
  return {
    heading: head.title,
    figure: { measure: question.measured.measure, value: head.value, exact: head.exact },
    definitionHref: `/measures/${question.measured.measure}`,
    says: head.says,
    period: periodLabel(question, asAt),
    total: countWords(total),
  };
}
