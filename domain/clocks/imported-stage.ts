import type { Day } from '../calendar/day';
import type { LawSource } from '../procedure/law';
import type { StageRule } from '../procedure/procedure';
import type { LimitRule } from '../procedure/stage-version';
import type { ClockCalendars } from './deadline';
import type { StageAsked } from './deadlines';
import { type ClockedStage, limitDay } from './limit-day';

/** A stage as an inherited system recorded it. */
export interface ImportedStage {
  readonly number: number;
  readonly receivedOn: Day;
  readonly acknowledgedOn: Day | null;
  /** The day that it is judged by: agreed, or the rule's by the calendar when it was recorded or moved. */
  readonly dueOn: Day | null;
  readonly answeredOn: Day | null;
  /** Whether it is over, and the day, where one is recorded. */
  readonly isEnded: boolean;
  readonly endedOn: Day | null;
  readonly panelHeldOn: Day | null;
  readonly panelReportedOn: Day | null;
}

/** An imported stage as clocks take it, with the limits of its rule and the calendars that it was dated by. */
export type ClockedImport = Omit<StageAsked, 'today'>;

const sourceOf = (rule: StageRule, name: 'acknowledge' | 'answer'): LawSource =>
  rule.law?.[name] ?? { law: rule.source, paragraph: `stage ${rule.stage}`, basis: 'POLICY' };

/** The limits of a rule by which imported stages are dated, as those of a procedure that complaints are worked on by. */
export function limitsOfRule(rule: StageRule): readonly LimitRule[] {
  const { acknowledgeWithin, answerWithin, extendBy } = rule;
  const span = ({ workingDays }: { readonly workingDays: number }) =>
    ({ count: workingDays, unit: 'WORKING_DAY' }) as const;
  const answer = sourceOf(rule, 'answer');
  const acknowledge: readonly LimitRule[] =
    acknowledgeWithin === null
      ? []
      : [
          {
            ...{ name: 'ACKNOWLEDGE', title: 'Acknowledge it', starts: { with: 'received' } },
            ...{ metBy: 'acknowledged', within: span(acknowledgeWithin), extension: null, pausedBy: [] },
            source: sourceOf(rule, 'acknowledge'),
          },
        ];
  return [
    ...acknowledge,
    {
      ...{ name: 'ANSWER', title: 'Answer it', metBy: 'answered', pausedBy: [], source: answer },
      starts:
        answerWithin.from === 'received'
          ? { with: 'received' }
          : { with: 'acknowledged', byLimit: 'ACKNOWLEDGE', lateBuysNoTime: true },
      within: 'months' in answerWithin ? { count: answerWithin.months, unit: 'MONTH' } : span(answerWithin),
      extension:
        extendBy === null ? null : { by: span(extendBy), isPassableForGoodReason: false, source: answer },
    },
  ];
}

/**
 * An imported stage for clocks. It keeps the day that it is judged by: where that is the rule's by the calendar now, by that
 * of the day on which it was answered, or by that before any decision, it is counted so; any other was agreed.
 * `further` are limits besides the rule's, such as a panel's.
 */
export function clockedImport(given: {
  readonly stage: ImportedStage;
  readonly rule: StageRule;
  readonly calendars: ClockCalendars;
  readonly further: readonly LimitRule[];
}): ClockedImport {
  const { rule, stage, calendars } = given;
  const limits = limitsOfRule(rule);
  const clocked = clockedStage(stage);
  const version = { limits: [...limits, ...given.further] };
  const answer = version.limits.find(({ name }) => name === 'ANSWER');
  const { asOf: _, ...now } = calendars;
  const before = { ...now, working: now.before };
  const datedBy = [now, calendars, before].find(
    (each) =>
      answer !== undefined &&
      limitDay({ limit: answer, stage: clocked, version, calendars: each }).dueOn === stage.dueOn,
  );
  if (datedBy !== undefined) return { stage: clocked, version, calendars: datedBy };
  return { ...agreed({ stage: clocked, version, calendars: now }, rule, stage.dueOn), calendars: now };
}

/** A day that no calendar leads to: a later one is an extension where the rule knows such; else it takes the rule's place. */
function agreed(
  { stage, version, calendars }: ClockedImport,
  rule: StageRule,
  dueOn: Day | null,
): Pick<ClockedImport, 'stage' | 'version'> {
  if (dueOn === null) return { stage, version };
  const limits = version.limits.map((limit) =>
    limit.name === 'ANSWER' ? { ...limit, isPlanned: true } : limit,
  );
  const [answer] = version.limits.filter(({ name }) => name === 'ANSWER');
  const original = answer && limitDay({ limit: answer, stage, version, calendars }).dueOn;
  if (rule.extendBy === null || !original || dueOn < original)
    return { stage: { ...stage, plannedFor: dueOn }, version: { limits } };
  const extension = { limit: 'ANSWER', on: stage.receivedOn, to: dueOn, isForGoodReason: false };
  return { stage: { ...stage, extensions: [extension] }, version };
}

/** Of a stage that is over, and nobody recorded since when, it is not said that it missed anything. */
const clockedStage = (stage: ImportedStage): ClockedStage => ({
  ...{ number: stage.number, state: stage.isEnded ? 'ENDED' : 'OPEN', suspendedFrom: null, route: null },
  ...{ receivedOn: stage.receivedOn, acknowledgedOn: stage.acknowledgedOn, answeredOn: stage.answeredOn },
  ...{ planAgreedOn: null, plannedFor: null, statementAgreedOn: null, investigationReportedOn: null },
  ...{ panelHeldOn: stage.panelHeldOn, panelReportedOn: stage.panelReportedOn, nextRequestedOn: null },
  endedOn: stage.endedOn ?? stage.answeredOn ?? (stage.isEnded ? stage.receivedOn : null),
  ...{ outcome: null, findings: [], closureReason: null, extensions: [], suspensions: [] },
  isInherited: true,
});
