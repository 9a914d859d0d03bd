import type { WaitsFor } from '../../domain/procedure/events';
import type { Conditions } from '../../platform/lists/conditions';
import { OTHERS, type UrgencyDays } from './urgency';

/** The worklists, in the order in which they are counted. */
export const WORKLISTS = [
  'MINE',
  'STANDING_IN',
  'MY_GROUPS',
  'UNASSIGNED',
  'DUE_SOON',
  'OVERDUE',
  'WAITING',
  'ALL_OPEN',
] as const;
export type WorklistKind = (typeof WORKLISTS)[number];

/** What the lists of one person go by. */
export interface WorklistView extends UrgencyDays {
  readonly subject: string;
  /** The groups that they are in. */
  readonly groups: readonly string[];
  /** Who is away today and has them stand in. */
  readonly awayPeople: readonly string[];
  /** A manager's services: they narrow what row security does anyhow, so that an index is used. Null for officers. */
  readonly services: readonly string[] | null;
}

/** By what a worklist is narrowed; what is left out does not narrow. */
export interface WorklistFilter {
  readonly waitsFor?: readonly WaitsFor[] | null;
  readonly services?: readonly string[] | null;
  readonly stages?: readonly number[] | null;
  readonly limits?: readonly string[] | null;
  readonly assignedTo?: readonly string[] | null;
  readonly groups?: readonly string[] | null;
  readonly isTaken?: boolean | null;
}

type Bind = Pick<Conditions, 'bind'>;

/** SQL that is true of the rows of `live_case` that are on a list: the same for its pages and its count. */
export function onList(bound: Bind, kind: WorklistKind, view: WorklistView): string {
  const { subject, groups, awayPeople, today, soonUntil } = view;
  const text = (value: string) => bound.bind(value, 'text');
  const one = (column: string, values: readonly unknown[]) => isOneOf(bound, column, values, 'text');
  const conditions: Readonly<Record<WorklistKind, () => string>> = {
    MINE: () => `assigned_to = ${text(subject)}`,
    STANDING_IN: () => one('assigned_to', awayPeople),
    MY_GROUPS: () => one('assigned_group', groups),
    UNASSIGNED: () => 'assigned_to is null and assigned_group is null',
    DUE_SOON: () => `next_due_on between ${bound.bind(today, 'date')} and ${bound.bind(soonUntil, 'date')}`,
    OVERDUE: () => `next_due_on < ${bound.bind(today, 'date')}`,
    // Not bound: it is what the index of these is of.
    WAITING: () => `waits_for = any (array[${OTHERS.map((each) => `'${each}'`).join(', ')}])`,
    ALL_OPEN: () => 'true',
  };
  return conditions[kind]();
}

/**
 * SQL of the rows of `live_case` that are open to somebody's worklists at all. Work that nobody has is not shown to whoever handled
 * an earlier stage of it: they must not take it.
 */
export function onAnyList(bound: Bind, view: WorklistView, filter: WorklistFilter): string {
  const isOthers = `not (assigned_to is null and ${bound.bind(view.subject, 'text')} = any(handled_earlier_by))`;
  return ['not is_ended', isOthers, ...narrowedBy(bound, view, filter)].join(' and ');
}

/** By what lists and their counts are narrowed, as SQL conditions of columns that both have. */
export function narrowedBy(bound: Bind, { services }: WorklistView, filter: WorklistFilter): string[] {
  const list = (column: string, values: readonly unknown[] | null | undefined, type = 'text') =>
    values == null ? [] : [isOneOf(bound, column, values, type)];
  return [
    ...list('service_id', services),
    ...list('waits_for', filter.waitsFor),
    ...list('service_id', filter.services),
    ...list('stage', filter.stages, 'int'),
    ...list('next_limit', filter.limits),
    ...list('assigned_to', filter.assignedTo),
    ...list('assigned_group', filter.groups),
    ...(filter.isTaken == null ? [] : [filter.isTaken ? 'is_accepted' : 'not is_accepted']),
  ];
}

/** One value is compared as one: an index that begins with the column then gives the rows in their order. */
function isOneOf(bound: Bind, column: string, values: readonly unknown[], type: string): string {
  const [only] = values;
  return values.length === 1
    ? `${column} = ${bound.bind(only, type)}`
    : `${column} = any(${bound.bind(values, `${type}[]`)})`;
}
