import { dayWords, shortDayWords } from '../../../domain/figures/days';
import { ombudsmanName, streamName } from '../../../domain/figures/names';
import { countedWords, countWords } from '../../../domain/figures/numbers';
import { addressOf } from '../../filters/address';
import { STREAMS } from '../../filters/parts';
import { type PagePlace, pageLinks } from '../../lists/page-place';
import type { OmbudsmanCountsQuery, OmbudsmanListQuery } from '../../operations/__generated__/operations';
import { type CaseQuestion, STATES } from './case-filter';
import { caseWords } from './case-words';

export const CASES_PATH = '/ombudsman-cases';

/** A way to narrow or order the list. */
interface Choice {
  readonly text: string;
  readonly href: string;
  readonly isNow: boolean;
}

/** The address of the list with other parameters; it begins at the first page. */
const listAt = (parameters: Readonly<Record<string, string | null>>): string =>
  addressOf(CASES_PATH, {}, parameters);

/** The states with how many cases are in each, empty where that could not be asked. A partner has no case of the LGSCO's. */
export function stateChoices(
  { parameters }: CaseQuestion,
  counts: OmbudsmanCountsQuery | null,
  isPartner: boolean,
): (Choice & { readonly count: string })[] {
  const totals: Readonly<Record<string, number | null | undefined>> = {
    awaiting: counts?.awaitingReply?.totalCount,
    overdue: counts?.replyOverdue?.totalCount,
    undecided: counts?.undecided?.totalCount,
    decided: counts?.decided?.totalCount,
    upheld: counts?.upheld?.totalCount,
    remedies: counts?.remedyOutstanding?.totalCount,
    'remedies-overdue': counts?.remedyOverdue?.totalCount,
  };
  const all = {
    text: 'All',
    count: wordsOf(counts?.all?.totalCount),
    href: listAt({ ...parameters, state: null }),
    isNow: parameters.state === undefined,
  };
  const states = Object.entries(STATES)
    .filter(([state]) => !(isPartner && state === 'upheld'))
    .map(([state, { name }]) => ({
      text: name,
      count: wordsOf(totals[state]),
      href: listAt({ ...parameters, state }),
      isNow: parameters.state === state,
    }));
  return [all, ...states];
}

const wordsOf = (count: number | null | undefined): string => (count === undefined ? '' : countWords(count));

/** The choices of ombudsman and stream; a partner's cases are of one ombudsman and no stream, so they are not offered any. */
export function narrowingChoices({
  parameters,
}: CaseQuestion): { readonly name: string; readonly choices: readonly Choice[] }[] {
  const of = (name: string, values: readonly string[], text: (value: string) => string) => ({
    name: name === 'body' ? 'Ombudsman' : 'Stream',
    choices: [
      { text: 'All', href: listAt({ ...parameters, [name]: null }), isNow: parameters[name] === undefined },
      ...values.map((value) => ({
        text: text(value),
        href: listAt({ ...parameters, [name]: value }),
        isNow: parameters[name] === value,
      })),
    ],
  });
  return [of('body', ['LGSCO', 'HOUSING'], ombudsmanName), of('stream', STREAMS, streamName)];
}

const ORDER_NAMES = { RECEIVED_ON: 'received', REPLY_DUE_ON: 'reply due', DECIDED_ON: 'decided' } as const;

/** The ways to order the list; the one it has now turns it round. */
export function orderChoices({ parameters, orderBy }: CaseQuestion): (Choice & { readonly arrow: string })[] {
  return Object.entries(ORDER_NAMES).map(([field, text]) => {
    const isNow = orderBy.field === field;
    const isAscending = orderBy.direction === 'ASC';
    return {
      text,
      isNow,
      arrow: isNow ? (isAscending ? '↑' : '↓') : '',
      href: listAt({ ...parameters, orderBy: field, direction: isNow && !isAscending ? 'ASC' : 'DESC' }),
    };
  });
}

/** What the list shows of a page of cases. */
export function casesShown(
  list: NonNullable<OmbudsmanListQuery['ombudsmanCases']>,
  question: CaseQuestion,
  place: PagePlace,
) {
  const { asAt, totalCount, edges, pageInfo } = list;
  const rows = edges.flatMap(({ node }) => {
    if (node === null) return [];
    const { remedies, ...words } = caseWords(node, asAt);
    const open = (node.remedies ?? []).filter(({ doneOn }) => doneOn === null).length;
    return [
      {
        ...words,
        receivedOn: shortDayWords(node.receivedOn),
        replyDue: node.replyDueOn === null ? 'none' : shortDayWords(node.replyDueOn),
        remedies:
          remedies.length === 0
            ? 'none'
            : open === 0
              ? `${remedies.length} done`
              : `${open} of ${remedies.length} not done`,
        hasOpenRemedy: open > 0,
      },
    ];
  });
  return {
    rows,
    says: countedWords({ count: totalCount, one: 'case', many: 'cases' }),
    asAt: dayWords(asAt),
    csvHref: addressOf(`${CASES_PATH}.csv`, {}, question.parameters),
    links: pageLinks({
      path: CASES_PATH,
      filter: {},
      parameters: question.parameters,
      place,
      rows: rows.length,
      total: totalCount,
      pageInfo,
    }),
  };
}
