import type { Condition } from '../../platform/records/condition';
import { ownOf } from '../../platform/tables/own-of';
import { shown, wrong } from '../entrance/bad-input';
import { type EntitySet, KEY, type Property } from './entity-sets';
import { readFilter } from './filter/read-filter';
import { notHere } from './not-here';
import { readOrder } from './read-order';
import { type Place, readToken } from './skip-token';

/** How many rows a page has, unless fewer are preferred. */
export const PAGE_ROWS = 5_000;

/** What is asked of a set. */
export interface AskedPage {
  /** In the order of the set. */
  readonly properties: readonly Property[];
  /** Whether `$select` named them. */
  readonly isSelected: boolean;
  readonly condition: Condition | null;
  /** Names of properties, of which the last is the key. */
  readonly order: readonly string[];
  readonly descending: boolean;
  readonly isCounted: boolean;
  /** Where the page begins; null for the first. */
  readonly place: Place | null;
  /** How many rows are wanted in all from here; null for all that there are. */
  readonly wanted: number | null;
  /** How many of them this page has at most. */
  readonly size: number;
  /** What a token of this question is bound to. */
  readonly question: readonly unknown[];
}

const OPTIONS = ['$select', '$filter', '$orderby', '$top', '$skiptoken', '$count', '$format'];
/** Parts of OData that this door does not speak, and what to do in their place. */
const INSTEAD: Readonly<Record<string, string>> = {
  $skip: 'Pages are read on by `@odata.nextLink`, or by $top and $filter.',
  $expand: 'The sets are flat: read two, and join them by their ids.',
  $search: "Name properties in $filter: contains(theme,'delay').",
  $apply:
    'Figures are counted already in MonthlyFigures and QuarterlyFigures; others are at /exports/measures.',
  $compute: 'Work values out where you read them.',
};

/** Reads what is asked of a set. Throws a `Refusal`: 400 for what there is not, 501 for what OData has and this door does not. */
export function readAskedPage(
  set: EntitySet,
  parameters: URLSearchParams,
  preferredSize: number | null,
): AskedPage {
  const given = readOptions(parameters, OPTIONS);
  const of = (name: string): string | null => given.get(name) ?? null;
  const filter = of('$filter');
  const [top, token] = [of('$top'), of('$skiptoken')];
  const question = [set.name, ...OPTIONS.filter((name) => !['$skiptoken', '$format'].includes(name)).map(of)];
  const place = token === null ? null : readToken(token, question);
  const wanted = place === null ? (top === null ? null : numberIn('$top', top)) : place.left;
  return {
    ...selected(set, of('$select')),
    condition: filter === null ? null : readFilter(filter, set.properties),
    ...readOrder(set, of('$orderby')),
    isCounted: booleanIn('$count', of('$count')),
    ...{ place, wanted, question },
    size: Math.min(preferredSize ?? PAGE_ROWS, PAGE_ROWS, wanted ?? PAGE_ROWS),
  };
}

/** The parameters by their names, each once. Throws a `Refusal` for others than `known`. */
export function readOptions(
  parameters: URLSearchParams,
  known: readonly string[],
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of parameters) {
    const instead = ownOf(INSTEAD, name);
    if (instead !== undefined) throw notHere(`${name} is not answered here. ${instead}`);
    if (!known.includes(name))
      throw wrong(`There is no parameter "${shown(name)}" here. There are ${known.join(', ')}.`);
    if (given.has(name)) throw wrong(`${name} is there twice.`);
    given.set(name, value);
  }
  return given;
}

function selected({ properties, name: set }: EntitySet, select: string | null) {
  if (select === null || select.trim() === '*') return { properties, isSelected: false };
  const names = select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !properties.some((one) => one.name === name));
  if (unknown !== undefined)
    throw wrong(
      `$select: ${set} has no property "${shown(unknown)}". There are ${properties.map(({ name }) => name).join(', ')}.`,
    );
  return { properties: properties.filter(({ name }) => names.includes(name)), isSelected: true };
}

/** Parameters of one entity: its properties can be chosen, and nothing else. */
export function readAskedEntity(set: EntitySet, parameters: URLSearchParams, key: string): AskedPage {
  const given = readOptions(parameters, ['$select', '$format']);
  return {
    ...selected(set, given.get('$select') ?? null),
    condition: { is: 'IS_ONE_OF', column: KEY, values: [key] },
    ...{ order: [KEY], descending: false, isCounted: false, place: null, wanted: 1, size: 1, question: [] },
  };
}

function numberIn(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw wrong(`${name} is "${shown(text)}". Write a whole number from 0 up.`);
}

function booleanIn(name: string, text: string | null): boolean {
  if (text === null || text === 'false') return false;
  if (text === 'true') return true;
  throw wrong(`${name} is "${shown(text)}". Write true or false.`);
}
