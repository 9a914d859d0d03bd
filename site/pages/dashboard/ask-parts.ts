import type { Filter } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import type { Asking, Gateway } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import {
  BacklogDocument,
  CallsDocument,
  DashboardDocument,
  OmbudsmenDocument,
  OpenFaultsDocument,
  ScorecardsDocument,
} from '../../operations/__generated__/operations';
import { scorecardVariables } from './scorecards';

/** One part of the page: what was asked for, or that it could not be had. */
export type Part<Answer> =
  | { readonly answer: Answer }
  | { readonly answer: null; readonly isForbidden: boolean };

/** Asks for one part. One that is down, slow or not for this role costs its own place on the page and no other. */
async function part<Answer>(asked: Promise<Answer>): Promise<Part<Answer>> {
  try {
    return { answer: await asked };
  } catch (error) {
    if (error instanceof GatewayRefusal) return { answer: null, isForbidden: error.isForbidden };
    throw error;
  }
}

const CLOSED = { answer: null, isForbidden: true } as const;

/** Asks for all parts of the dashboard at once, in somebody's role. */
export async function askParts(
  gateway: Gateway,
  period: PagePeriod,
  { role, ...asking }: Asking & { readonly role: string },
) {
  const narrowed = narrowing(period.filter);
  const { years } = period;
  const dashboard = {
    ...{ years, year: period.year, yearBefore: period.yearBefore, backlogAt: period.endsOn },
    quarters: period.quartersSoFar,
    ...narrowed,
  };
  const { streams, services, directorates } = narrowed;
  const [scorecards, figures, backlog, ombudsmen, calls, faults] = await Promise.all([
    part(gateway.ask(ScorecardsDocument, scorecardVariables(period), asking)),
    part(gateway.ask(DashboardDocument, dashboard, asking)),
    part(gateway.ask(BacklogDocument, { years, ...narrowed }, asking)),
    part(gateway.ask(OmbudsmenDocument, { years, streams, services, directorates }, asking)),
    // A partner sees no calls: to ask would only be noted as a refusal.
    role === 'partner' ? CLOSED : part(gateway.ask(CallsDocument, { years }, asking)),
    part(gateway.ask(OpenFaultsDocument, { where: period.filter }, asking)),
  ]);
  return { scorecards, figures, backlog, ombudsmen, calls, faults };
}
export type DashboardParts = Awaited<ReturnType<typeof askParts>>;

/** What narrows a trend: all but the time. */
const narrowing = ({ streams, stages, services, directorates, themes, channels }: Filter) => ({
  streams,
  stages,
  services,
  directorates,
  themes,
  channels,
});
