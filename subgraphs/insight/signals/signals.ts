import { badInput } from '../../../counting/bad-input';
import { EVERY_DAY } from '../../../counting/day-set';
import { checkFinancialYear } from '../../../counting/period';
import type { Day } from '../../../domain/calendar/day';
import { type FinancialYear, periodOf, type Quarter } from '../../../domain/calendar/financial-year';
import type { CountingContext } from '../context';
import { partlyRecorded } from '../coverage/coverage';
import { checkQuestion } from '../figures/check-question';
import { type Found, findSignals, QUARTERS_READ } from './find-signals';
import type { FoundSignal } from './found-signal';
import { SIGNAL_DIMENSIONS } from './judged-measures';
import { readNotes } from './notes';
import { type QuarterDays, quarterAt, quarterEndedBy, quartersBefore } from './quarters';
import { checkSeries, readSeries } from './read-series';
import { idOf, type Signal, signalOf } from './signal';

/** What signals are asked with: which quarter is the last that is judged, and as at which day. */
export interface SignalsAsked {
  readonly financialYear?: string | null | undefined;
  readonly upTo?: Quarter | null | undefined;
  readonly asAt?: unknown;
}

/** Which of them are listed; a part that is null does not narrow. */
export interface SignalFilter {
  readonly dimensions?: readonly string[] | null | undefined;
  readonly streams?: readonly string[] | null | undefined;
  readonly stages?: readonly number[] | null | undefined;
  readonly measures?: readonly string[] | null | undefined;
  readonly names?: readonly string[] | null | undefined;
  readonly states?: readonly string[] | null | undefined;
  readonly directions?: readonly string[] | null | undefined;
}

/** What was judged, and what of it is listed. */
export interface Signals extends Pick<Found, 'judged' | 'tooFew'> {
  readonly asAt: Day;
  readonly financialYear: FinancialYear;
  readonly upTo: Quarter;
  readonly partial: readonly string[];
  readonly signals: readonly Signal[];
}

/**
 * What is more than noise in the last one to four quarters. Everything is judged whatever is listed: a filter that is
 * narrower finds no more. Throws BAD_USER_INPUT for a quarter that has not ended, and as `measures` does.
 */
export async function signals(
  context: CountingContext,
  { where, ...asked }: SignalsAsked & { readonly where?: SignalFilter | null | undefined },
): Promise<Signals> {
  const { last, asAt } = await lastQuarter(context, asked);
  const found = await judgeUpTo(context, { last, asAt: asked.asAt });
  const { known, recording } = await context.reference();
  const ids = found.signals.map((each) => idOf(each, known));
  const notes = await readNotes(context.transaction, ids);
  const all = found.signals.map((each, place) => {
    const id = ids[place] ?? '';
    return signalOf(each, { id, asAt, notes: notes.get(id) ?? [] });
  });
  const days = { ...EVERY_DAY, from: last.from, to: last.to };
  return {
    ...{ asAt, financialYear: last.financialYear, upTo: last.quarter },
    ...{ judged: found.judged, tooFew: found.tooFew },
    partial: partlyRecorded({ streams: null, days }, recording),
    signals: all.filter((signal) => isListed(signal, where ?? {})),
  };
}

/** Everything that is more than noise up to a quarter. */
export async function judgeUpTo(
  context: CountingContext,
  { last, asAt }: { readonly last: QuarterDays; readonly asAt?: unknown },
): Promise<Found> {
  const quarters = quartersBefore(last, QUARTERS_READ);
  const checked = await checkSeries(context, { quarters, asAt });
  const read = SIGNAL_DIMENSIONS.map((dimension) => readSeries(context, { dimension, quarters, checked }));
  const { known } = await context.reference();
  return findSignals((await Promise.all(read)).flat(), { quarters, known });
}

/** The signal with an id among those that were found. */
export async function signalWithId(
  context: CountingContext,
  { signals: found }: Found,
  id: string,
): Promise<FoundSignal | null> {
  const { known } = await context.reference();
  return found.find((each) => idOf(each, known) === id) ?? null;
}

/** The last quarter that is judged: the one asked for, else the newest that has ended. */
async function lastQuarter(
  context: CountingContext,
  { financialYear, upTo, asAt }: SignalsAsked,
): Promise<{ readonly last: QuarterDays; readonly asAt: Day }> {
  const { at } = await checkQuestion(context, { asAt });
  const newest = quarterEndedBy(at.asAt);
  if ((financialYear ?? null) === null && (upTo ?? null) === null) return { last: newest, asAt: at.asAt };
  if (!financialYear || !upTo)
    throw badInput(financialYear ? 'upTo' : 'financialYear', 'is missing: name both, or neither.');
  const period = periodOf({
    financialYear: checkFinancialYear('financialYear', financialYear),
    quarter: upTo,
  });
  if (period !== null && period.to <= at.asAt) return { last: quarterAt(period.from), asAt: at.asAt };
  throw badInput(
    'upTo',
    `has not ended on ${at.asAt}, up to which the records are in: ${newest.quarter} of ${newest.financialYear} is the newest that has.`,
  );
}

function isListed(signal: Signal, where: SignalFilter): boolean {
  const holds = <Value>(list: readonly Value[] | null | undefined, value: Value) =>
    list?.includes(value) ?? true;
  return (
    holds(where.dimensions, signal.dimension) &&
    holds(where.streams, signal.stream) &&
    holds(where.stages, signal.stage) &&
    holds(where.measures, signal.measure) &&
    holds(where.names, signal.name) &&
    holds(where.states, signal.state) &&
    holds(where.directions, signal.direction)
  );
}
