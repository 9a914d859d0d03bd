import type { Minutes } from '../written-dates';

/** A cell of a made-up register: text, a day as Excel keeps one, a formula with what it gave last, an error, or nothing. */
export type RegisterCell =
  | string
  | null
  | { readonly day: Minutes }
  | { readonly formula: string; readonly gave: string | null }
  | { readonly error: string };

/** One row of the sheet. `mergedFrom` is the column (from 0) that is merged with the one after it. */
export interface RegisterRow {
  readonly cells: readonly RegisterCell[];
  readonly mergedFrom?: number;
}

export const REGISTER_HEADER = [
  'Ombudsman',
  'Ombudsman ref',
  'Our ref',
  'Stream',
  'Received',
  'Reply due',
  'Reply sent',
  'Decided',
  'Decision',
  'Remedy',
  'Remedy due',
  'Remedy done',
] as const;
