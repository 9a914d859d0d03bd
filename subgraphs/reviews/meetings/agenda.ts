import { isDay } from '../../../domain/calendar/day';

export const AGENDA_PARTS = ['AGREED_BEFORE', 'BACKLOG', 'CLOSED_SINCE', 'STUCK', 'REMEDIES_DUE'] as const;
export type AgendaPart = (typeof AGENDA_PARTS)[number];

/** A figure of an agenda, as its people saw it. */
export interface KeptFigure {
  readonly part: AgendaPart;
  readonly label: string;
  /** Null where nobody could say. */
  readonly count: number | null;
  /** What stood there in place of a number. */
  readonly inWords: string | null;
  /** The page of the site that lists what it counts; null where none lists just that. */
  readonly path: string | null;
  readonly listed: readonly string[];
}

/** An agenda as its people saw it. */
export interface KeptAgenda {
  readonly countedFrom: string;
  readonly asAt: string;
  readonly figures: readonly KeptFigure[];
}

/** An agenda as somebody sends it. */
export interface SentAgenda {
  readonly countedFrom: unknown;
  readonly asAt: unknown;
  readonly figures: readonly (Omit<KeptFigure, 'count' | 'inWords' | 'path'> & {
    readonly count?: number | null | undefined;
    readonly inWords?: string | null | undefined;
    readonly path?: string | null | undefined;
  })[];
}

const MOST = { figures: 200, label: 200, words: 200, path: 2_000, listed: 50, id: 200 } as const;
/** A page of this site and of no other: browsers take `//host` and `/\host` for another. */
const OWN_PATH = /^\/(?![/\\])[^\s\\]*$/;

/** The agenda as it can be kept; else, in words, what is wrong with it. */
export function checkAgenda({ countedFrom, asAt, figures }: SentAgenda): KeptAgenda | string {
  if (typeof countedFrom !== 'string' || !isDay(countedFrom)) return '`countedFrom` is no day.';
  if (typeof asAt !== 'string' || !isDay(asAt)) return '`asAt` is no day.';
  if (figures.length === 0 || figures.length > MOST.figures)
    return `An agenda has 1 to ${MOST.figures} figures.`;
  const kept = figures.map(({ part, label, count = null, inWords = null, path = null, listed }) => ({
    ...{ part, label: label.trim(), count, inWords, path, listed },
  }));
  const wrong = kept.map(wrongWith).find((words) => words !== null);
  return wrong ?? { countedFrom, asAt, figures: kept };
}

function wrongWith({ label, count, inWords, path, listed }: KeptFigure): string | null {
  if (label === '' || label.length > MOST.label) return `A label has 1 to ${MOST.label} characters.`;
  if ((count === null) === (inWords === null)) return `“${label}” has either a count or words in its place.`;
  if (count !== null && count < 0) return `“${label}” counts less than nothing.`;
  if ((inWords?.length ?? 0) > MOST.words)
    return `“${label}” has more than ${MOST.words} characters of words.`;
  if (path !== null && (path.length > MOST.path || !OWN_PATH.test(path)))
    return `“${label}” leads to no page of this site.`;
  if (listed.length > MOST.listed || listed.some((id) => id === '' || id.length > MOST.id))
    return `“${label}” lists more than ${MOST.listed}, or what is no id.`;
  return null;
}

/** Whether two agendas say the same, whatever the order of their parts in storage. */
export const isSameAgenda = (one: KeptAgenda, other: KeptAgenda): boolean => textOf(one) === textOf(other);

const textOf = ({ countedFrom, asAt, figures }: KeptAgenda): string =>
  JSON.stringify([
    countedFrom,
    asAt,
    figures.map(({ part, label, count, inWords, path, listed }) => [
      part,
      label,
      count,
      inWords,
      path,
      listed,
    ]),
  ]);
