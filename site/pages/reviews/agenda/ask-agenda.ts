import { addDays, toDay } from '../../../../domain/calendar/day';
import type { Filter } from '../../../filters/parts';
import type { Asking, Gateway } from '../../../gateway/gateway';
import {
  ReviewBeforeDocument,
  ReviewCasesDocument,
  ReviewFiguresDocument,
  type ReviewFiguresQuery,
} from '../../../operations/__generated__/operations';
import { askPart } from '../../ask-part';
import type { PageMakers } from '../../page-makers';
import { askReach, countingBy, reachesTo } from '../../reach';
import type { AskedMeeting } from '../ask-meeting';
import { type AgendaSection, HEADINGS } from './agenda';
import { type Before, type BeforeSection, beforeOf, beforeSection, countedFrom } from './before';
import { type AgendaScope, backlogFigures, closedFigures, stuckFigures } from './figures';
import { askOldest, type OldestList } from './lists';
import { remediesSection, YEARS_BACK } from './remedies';

const DAYS_PER_YEAR = 365;
/** How many are listed: an agenda is one page of paper. */
const OLDEST_OPEN = 5;
const OLDEST_OVERDUE = 8;

/** A live agenda, as a meeting goes through it. */
export interface Agenda {
  readonly asAt: string;
  readonly countedFrom: string;
  readonly before: BeforeSection;
  /** The other four parts, in their order. */
  readonly sections: readonly AgendaSection[];
  /** Whether the records end before the day of the meeting. */
  readonly isBehind: boolean;
}

/** Asks for everything of an agenda, each part by itself: one that is down costs its own place. */
export async function askAgenda(
  { gateway, clock }: Pick<PageMakers, 'gateway' | 'clock'>,
  asking: Asking,
  meeting: AskedMeeting,
): Promise<Agenda> {
  const { stream, directorate, heldOn } = meeting;
  const about = { stream, directorate };
  const where: Filter = {
    ...(stream === null ? {} : { streams: [stream] }),
    ...(directorate === null ? {} : { directorates: [directorate] }),
  };
  const [reach, before] = await Promise.all([
    askReach({ gateway, clock }, asking),
    askPart(gateway.ask(ReviewBeforeDocument, { about, heldOn }, asking)),
  ]);
  const known = before && beforeOf(before);
  const newest = reachesTo(reach, where.streams) ?? reach.asAt;
  const asAt = heldOn < newest ? heldOn : newest;
  const from = countedFrom(known ?? { last: null }, heldOn);
  const scope = { where, asAt, countedFrom: from };
  return {
    ...{ asAt, countedFrom: from, isBehind: newest < heldOn },
    before: beforeSection(known, heldOn),
    sections: await askSections(countingBy(gateway, reach), asking, { scope, before: known }),
  };
}

async function askSections(
  gateway: Gateway,
  asking: Asking,
  { scope, before }: { readonly scope: AgendaScope; readonly before: Before | null },
): Promise<AgendaSection[]> {
  const { where, asAt, countedFrom: from } = scope;
  const decided = { ...where, from: addDays(toDay(asAt), -DAYS_PER_YEAR * YEARS_BACK), to: asAt };
  const [figures, oldest, overdue, cases] = await Promise.all([
    askPart(
      gateway.ask(
        ReviewFiguresDocument,
        { where, asAt, closed: { ...where, from: from < asAt ? from : asAt, to: asAt } },
        asking,
      ),
    ),
    askOldest(gateway, asking, { measure: 'OPEN', where, asAt, most: OLDEST_OPEN }),
    askOldest(gateway, asking, { measure: 'OVERDUE', where, asAt, most: OLDEST_OVERDUE }),
    askPart(gateway.ask(ReviewCasesDocument, { where: decided, asAt }, asking)),
  ]);
  return [
    backlogSection(figures, scope, oldest),
    // Without knowing the meeting before, nobody can say since when.
    closedSection(before === null ? null : figures, scope),
    stuckSection(figures, scope, overdue),
    remediesSection(cases, scope),
  ];
}

const LIST_LOST = 'The list cannot be had just now.';

function backlogSection(
  figures: ReviewFiguresQuery | null,
  scope: AgendaScope,
  oldest: OldestList | null,
): AgendaSection {
  const rows = oldest?.rows ?? [];
  return {
    ...{ part: 'BACKLOG', heading: HEADINGS.BACKLOG, caption: 'The oldest of them', rows },
    figures:
      figures &&
      backlogFigures(
        figures,
        scope,
        rows.map(({ id }) => id),
      ),
    notes: oldest?.notes ?? [LIST_LOST],
  };
}

const closedSection = (figures: ReviewFiguresQuery | null, scope: AgendaScope): AgendaSection => ({
  ...{ part: 'CLOSED_SINCE', heading: HEADINGS.CLOSED_SINCE, caption: '', rows: [], notes: [] },
  figures: figures && closedFigures(figures, scope),
});

function stuckSection(
  figures: ReviewFiguresQuery | null,
  scope: AgendaScope,
  overdue: OldestList | null,
): AgendaSection {
  const rows = overdue?.rows ?? [];
  return {
    ...{ part: 'STUCK', heading: HEADINGS.STUCK, caption: 'Those received first', rows },
    figures:
      figures &&
      stuckFigures(
        figures,
        scope,
        rows.map(({ id }) => id),
      ),
    notes: overdue?.notes ?? [LIST_LOST],
  };
}
