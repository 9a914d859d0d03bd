import type { Filter } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  BacklogDocument,
  CallsDocument,
  DashboardDocument,
  OmbudsmenDocument,
  OpenFaultsDocument,
  ScorecardsDocument,
} from '../../operations/__generated__/operations';
import { partOf } from '../ask-part';
import { narrowedTo } from '../figures/narrowed';
import { scorecardVariables } from './scorecards';

const CLOSED = { answer: null, isForbidden: true } as const;

/** Asks for the parts at the head of the dashboard, which are not drawn. */
export async function askHead(gateway: Gateway, period: PagePeriod, asking: Asking) {
  const faults = { where: narrowedTo('stages', period.where), asAt: period.askedAsAt };
  const [scorecards, openFaults] = await Promise.all([
    partOf(gateway.ask(ScorecardsDocument, scorecardVariables(period), asking)),
    partOf(gateway.ask(OpenFaultsDocument, faults, asking)),
  ]);
  return { scorecards, faults: openFaults };
}

/** Asks for the parts of the dashboard that are drawn, all at once, in somebody's role. */
export async function askDrawn(
  gateway: Gateway,
  period: PagePeriod,
  { role, ...asking }: Asking & { readonly role: string },
) {
  const narrowed = narrowing(period.filter);
  const { years, askedAsAt: asAt } = period;
  const dashboard = {
    ...{ years, year: period.year, yearBefore: period.yearBefore, backlogAt: period.endsOn, asAt },
    quarters: period.quartersSoFar,
    ...narrowed,
  };
  const { streams, services, directorates, themes } = narrowed;
  const cases = { years, asAt, streams, services, directorates, themes };
  const [figures, backlog, ombudsmen, calls] = await Promise.all([
    partOf(gateway.ask(DashboardDocument, dashboard, asking)),
    partOf(gateway.ask(BacklogDocument, { years, asAt, ...narrowed }, asking)),
    partOf(gateway.ask(OmbudsmenDocument, cases, asking)),
    // A partner sees no calls: to ask would only be noted as a refusal.
    role === 'partner' ? CLOSED : partOf(gateway.ask(CallsDocument, { years, upTo: asAt }, asking)),
  ]);
  return { figures, backlog, ombudsmen, calls };
}
export type DrawnParts = Awaited<ReturnType<typeof askDrawn>>;

/** What narrows a trend: all but the time. */
const narrowing = ({ financialYears, quarters, from, to, asAt, ...narrowed }: Filter) => narrowed;
