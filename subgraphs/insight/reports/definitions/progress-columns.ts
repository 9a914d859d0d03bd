import type { ColumnDefinition } from './definition';

/** The period so far beside the same of the year before, and which way it went. */
export const AGAINST_LAST_YEAR: readonly ColumnDefinition[] = [
  { kind: 'FIGURE', period: 'SAME_PERIOD_LAST_YEAR' },
  { kind: 'FIGURE', period: 'SO_FAR' },
  {
    kind: 'DIRECTION',
    key: 'direction',
    label: 'Against the year before',
    of: 'so-far',
    before: 'year-1-so-far',
  },
];

/** The same beside its target, where it has one. */
export const AGAINST_TARGET: readonly ColumnDefinition[] = [
  { kind: 'FIGURE', period: 'YEARS_BEFORE' },
  { kind: 'FIGURE', period: 'SAME_PERIOD_LAST_YEAR' },
  { kind: 'FIGURE', period: 'SO_FAR' },
  { kind: 'TARGET', key: 'target', label: 'Target', of: 'so-far' },
  { kind: 'RAG', key: 'rag', label: 'Against the target', of: 'so-far' },
  {
    kind: 'DIRECTION',
    key: 'direction',
    label: 'Against the year before',
    of: 'so-far',
    before: 'year-1-so-far',
  },
];

/** A year beside the two before and its target, where it has one. */
export const YEARS_AGAINST_TARGET: readonly ColumnDefinition[] = [
  { kind: 'FIGURE', period: 'YEARS_BEFORE' },
  { kind: 'FIGURE', period: 'SO_FAR' },
  { kind: 'TARGET', key: 'target', label: 'Target', of: 'so-far' },
  { kind: 'RAG', key: 'rag', label: 'Against the target', of: 'so-far' },
  { kind: 'DIRECTION', key: 'direction', label: 'Against the year before', of: 'so-far', before: 'year-1' },
];

/** A year beside the two before. */
export const YEARS: readonly ColumnDefinition[] = [
  { kind: 'FIGURE', period: 'YEARS_BEFORE' },
  { kind: 'FIGURE', period: 'SO_FAR' },
];
