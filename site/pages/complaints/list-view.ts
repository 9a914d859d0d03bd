import { dayWords, shortDayWords } from '../../../domain/figures/days';
import { statusName } from '../../../domain/figures/names';
import { addressOf, type Parameters } from '../../filters/address';
import { periodOfPage } from '../../filters/period';
import { filterTags } from '../../filters/tags';
import type { ListQuestion } from './list-question';
import { EXTRA_NAMES, type Extras, type ListOrder, ORDERS } from './plain-filter';
import type { ListRow } from './rows';

/** Where the list is. */
export const LIST_PATH = '/complaints';
export const CSV_PATH = `${LIST_PATH}.csv`;

/** What a list is narrowed by, each with the address without it. */
export interface ListTag {
  readonly name: string;
  readonly value: string;
  readonly withoutHref: string;
}

/** The tags of a list: those of figures, and those of complaints alone. */
export function listTags(question: ListQuestion): ListTag[] {
  const { filter, parameters } = question;
  const tags: ListTag[] = filterTags(LIST_PATH, filter, parameters);
  if (question.kind === 'measured') {
    const { asAt } = question.measured;
    if (asAt === null) return tags;
    return [
      ...tags,
      {
        name: 'As at',
        value: dayWords(asAt),
        withoutHref: addressOf(LIST_PATH, filter, { ...parameters, asAt: null }),
      },
    ];
  }
  return [...tags, ...extraTags(question.plain.extras, question)];
}

function extraTags(extras: Extras, { filter, parameters }: ListQuestion): ListTag[] {
  return Object.entries(EXTRA_NAMES).flatMap(([key, name]) => {
    const value = Object.entries(extras).find(([extra]) => extra === key)?.[1];
    if (value === undefined) return [];
    return [
      {
        name,
        value: extraWords(value),
        withoutHref: addressOf(LIST_PATH, filter, { ...parameters, [key]: null }),
      },
    ];
  });
}

function extraWords(value: string): string {
  if (value === 'true' || value === 'false') return value === 'true' ? 'yes' : 'no';
  return value === 'OPEN' || value === 'CLOSED' ? statusName(value) : dayWords(value);
}

/** The time that a list of what a figure counts is about, in words. */
export function periodLabel({ filter }: ListQuestion, asAt: string): string {
  const { isNewest, label } = periodOfPage(filter, asAt);
  return isNewest ? 'All that is recorded' : label;
}

/** A way to order a list. */
export interface OrderLink {
  readonly name: string;
  readonly href: string;
  /** How it is ordered now; null where it is not by this. */
  readonly now: 'ascending' | 'descending' | null;
  readonly says: string;
}

/** The ways to order a list of complaints; the one it has now turns it round. */
export function orderLinks(path: string, question: ListQuestion, order: ListOrder): OrderLink[] {
  return Object.entries(ORDERS).map(([field, name]) => {
    const isNow = field === order.field;
    const direction = isNow && order.direction === 'ASC' ? 'DESC' : 'ASC';
    const parameters: Parameters = { ...question.parameters, orderBy: field, direction };
    return {
      name,
      href: addressOf(path, question.filter, parameters),
      now: isNow ? (order.direction === 'ASC' ? 'ascending' : 'descending') : null,
      says: direction === 'ASC' ? 'earliest first' : 'latest first',
    };
  });
}

/** A row as a page shows it: days written out. */
export function shownRow(row: ListRow) {
  return {
    ...row,
    stage: row.stage === null ? '' : `Stage ${row.stage}`,
    on: row.on === null ? '' : shortDayWords(row.on),
    due: row.dueOn === null ? (row.isLost ? '' : 'none') : shortDayWords(row.dueOn),
    answered: row.answeredOn === null ? (row.isLost ? '' : 'not yet') : shortDayWords(row.answeredOn),
  };
}

/** The heads of the columns, on the page and in the download alike. */
export function columnHeads(question: ListQuestion, areCases: boolean): string[] {
  const day = dayHead(question);
  return areCases
    ? ['Reference', day, 'Stream and ombudsman', 'Reply due', 'Reply sent', 'How it stands']
    : ['Reference', 'Stage', day, 'Stream', 'Service', 'Due', 'Answered', 'How it stands'];
}

/** What is open is listed by the day it was received; whatever else is counted, by the day on which it counts. */
const dayHead = (question: ListQuestion): string =>
  question.kind === 'measured' && !['OPEN', 'OVERDUE'].includes(question.measured.measure)
    ? 'Day counted'
    : 'Received';

/** Whether what is listed are ombudsmen's cases. */
export const areCases = (rows: readonly ListRow[]): boolean =>
  rows.length > 0 && rows.every(({ href }) => href?.startsWith('/ombudsman-cases/') ?? false);

/** The cells of a row of the download, under the same heads as the page's; days as 2021-06-03. */
export function fileCells(row: ListRow, isOfCases: boolean): (string | number | null)[] {
  const state = row.state?.words ?? null;
  return isOfCases
    ? [row.reference, row.on, row.stream, row.dueOn, row.answeredOn, state]
    : [row.reference, row.stage, row.on, row.stream, row.service, row.dueOn, row.answeredOn, state];
}
