import { addDays, toDay } from '../../../../domain/calendar/day';
import { financialYearOf, periodOf } from '../../../../domain/calendar/financial-year';
import type { ActionPartsFragment, ReviewBeforeQuery } from '../../../operations/__generated__/operations';
import { type ActionWords, actionWords } from '../action-words';
import { meetingPath, REVIEWS_PATH } from '../paths';
import { type AgendaFigure, type AgendaSection, HEADINGS } from './agenda';

/** What is known of the meetings before one. */
export interface Before {
  /** The meeting about the same that was closed last; null where there is none. */
  readonly last: { readonly id: string; readonly heldOn: string } | null;
  /** What was agreed before and is open, due first at the head. */
  readonly open: readonly ActionPartsFragment[];
  /** What was done or dropped since the last meeting. */
  readonly ended: readonly ActionPartsFragment[];
  readonly openTotal: number;
}

/** Reads the answer about the meetings before one. */
export function beforeOf({ reviewMeetings, open, ended }: ReviewBeforeQuery): Before {
  const last = reviewMeetings?.edges[0]?.node ?? null;
  const openNodes = (open?.edges ?? []).flatMap(({ node }) => node ?? []);
  return {
    last,
    open: openNodes,
    openTotal: open?.totalCount ?? openNodes.length,
    ended: (ended?.edges ?? [])
      .flatMap(({ node }) => node ?? [])
      .filter(({ endedOn }) => last !== null && (endedOn ?? '') >= last.heldOn),
  };
}

/**
 * The first day of which closings are counted: the day after the meeting before; without one the first of the financial
 * year of the meeting.
 */
export function countedFrom({ last }: Pick<Before, 'last'>, heldOn: string): string {
  if (last !== null) return addDays(toDay(last.heldOn), 1);
  return periodOf({ financialYear: financialYearOf(toDay(heldOn)) })?.from ?? heldOn;
}

/** What was agreed before as it is gone through, with what ended since. */
export interface BeforeSection extends AgendaSection {
  readonly open: readonly ActionWords[];
  readonly ended: readonly ActionWords[];
}

/** How many ids a figure keeps of what is listed beside it. */
const MOST_KEPT = 50;

/** The first part of an agenda; null is what could not be had. Lateness is told as at the day of the meeting. */
export function beforeSection(before: Before | null, heldOn: string): BeforeSection {
  const section = { part: 'AGREED_BEFORE', heading: HEADINGS.AGREED_BEFORE, rows: [], caption: '' } as const;
  if (before === null) return { ...section, figures: null, notes: [], open: [], ended: [] };
  const { open, ended, openTotal, last } = before;
  return {
    ...section,
    figures: figuresOf(before, heldOn),
    notes: [
      ...(last === null ? ['No meeting about the same was closed before this one.'] : []),
      ...(openTotal > open.length ? [`Listed are the ${open.length} that are due first.`] : []),
    ],
    open: open.map((action) => actionWords(action, heldOn)),
    ended: ended.map((action) => actionWords(action, heldOn)),
  };
}

function figuresOf({ open, openTotal, ended, last }: Before, heldOn: string): AgendaFigure[] {
  const figure = {
    part: 'AGREED_BEFORE' as const,
    inWords: null,
    path: last === null ? REVIEWS_PATH : meetingPath(last.id),
  };
  const late = open.filter(({ dueOn }) => dueOn < heldOn);
  const idsOf = (actions: readonly ActionPartsFragment[]) => actions.slice(0, MOST_KEPT).map(({ id }) => id);
  return [
    { ...figure, label: 'Not done', count: openTotal, listed: idsOf(open) },
    { ...figure, label: 'Of these, due before this meeting', count: late.length, listed: idsOf(late) },
    { ...figure, label: 'Done or dropped since', count: ended.length, listed: idsOf(ended) },
  ];
}
