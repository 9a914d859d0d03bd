import type { Filter } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  BacklogDocument,
  CallsDocument,
  DashboardDocument,
  OmbudsmenDocument,
  OpenFaultsDocument,
  OpenFaultTallyDocument,
  ScorecardsDocument,
} from '../../operations/__generated__/operations';
import { askPart, partOf } from '../ask-part';
import { mayCorrect } from '../data-quality/roles';
import { narrowedTo } from '../figures/narrowed';
import { scorecardVariables } from './scorecards';

const CLOSED = { answer: null, isForbidden: true } as const;

/** Whom a dashboard asks: for figures, and for what other parts keep. */
interface Asked {
  readonly gateway: Gateway;
  /** Of the part that counts; silent where it is known not to answer. */
  readonly counting: Gateway;
}

type AskingAs = Asking & { readonly role: string };

/** Asks for the parts at the head of the dashboard, which are not drawn. */
export async function askHead(
  { gateway, counting }: Asked,
  period: PagePeriod,
  { role, ...asking }: AskingAs,
) {
  const faults = { where: narrowedTo('stages', period.where), asAt: period.askedAsAt };
  const [scorecards, narrowed] = await Promise.all([
    partOf(counting.ask(ScorecardsDocument, scorecardVariables(period), asking)),
    askPart(counting.ask(OpenFaultsDocument, faults, asking)),
  ]);
  if (narrowed !== null) return { scorecards, openFaults: narrowed.figures?.[0]?.openFaults ?? null };
  // The part that keeps them may still say how many there are in all.
  const all = mayCorrect(role) ? await askPart(gateway.ask(OpenFaultTallyDocument, {}, asking)) : null;
  return { scorecards, openFaults: all?.faultTallies?.[0]?.open ?? null };
}

/** Asks for the parts of the dashboard that are drawn, all at once, in somebody's role. */
export async function askDrawn(
  { gateway, counting }: Asked,
  period: PagePeriod,
  { role, ...asking }: AskingAs,
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
    partOf(counting.ask(DashboardDocument, dashboard, asking)),
    partOf(counting.ask(BacklogDocument, { years, asAt, ...narrowed }, asking)),
    partOf(counting.ask(OmbudsmenDocument, cases, asking)),
    // A partner sees no calls: to ask would only be noted as a refusal.
    role === 'partner' ? CLOSED : partOf(gateway.ask(CallsDocument, { years, upTo: asAt }, asking)),
  ]);
  return { figures, backlog, ombudsmen, calls };
}
export type DrawnParts = Awaited<ReturnType<typeof askDrawn>>;

/** What narrows a trend: all but the time. */
const narrowing = ({ financialYears, quarters, from, to, asAt, ...narrowed }: Filter) => narrowed;
