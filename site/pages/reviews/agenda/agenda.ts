import type { AgendaPart } from '../../../operations/__generated__/operations';
import type { StageState } from '../../complaints/stage-state';

/** A figure of an agenda: what is kept of it when the meeting is closed. */
export interface AgendaFigure {
  readonly part: AgendaPart;
  readonly label: string;
  /** Null where nobody can say; then `inWords` says why. */
  readonly count: number | null;
  readonly inWords: string | null;
  /** The page that lists what it counts; null where none lists just that. */
  readonly path: string | null;
  readonly listed: readonly string[];
}

/** A complaint or a promise that is listed beside figures. */
export interface AgendaRow {
  readonly id: string;
  readonly href: string | null;
  readonly name: string;
  readonly about: string;
  readonly dueOn: string;
  readonly state: StageState | null;
}

/** A part of an agenda; its figures are null where they cannot be had. */
export interface AgendaSection {
  readonly part: AgendaPart;
  readonly heading: string;
  readonly figures: readonly AgendaFigure[] | null;
  readonly rows: readonly AgendaRow[];
  /** What is listed, for readers of screens; and what the list does not hold. */
  readonly caption: string;
  readonly notes: readonly string[];
}

/** The headings, in the order in which a meeting goes through them. */
export const HEADINGS: Readonly<Record<AgendaPart, string>> = {
  AGREED_BEFORE: 'Agreed before and not done',
  BACKLOG: 'Backlog by age',
  CLOSED_SINCE: 'Closed since the meeting before',
  STUCK: 'Stuck, and where',
  REMEDIES_DUE: 'Promised to the ombudsmen and not done',
};

/** A count of a row, or why there is none. */
export function counted(
  count: number | null | undefined,
  { suppressed }: { readonly suppressed: readonly string[] } = { suppressed: [] },
): Pick<AgendaFigure, 'count' | 'inWords'> {
  if (count !== null && count !== undefined) return { count, inWords: null };
  return { count: null, inWords: suppressed.length > 0 ? 'too few to show' : 'not recorded' };
}
