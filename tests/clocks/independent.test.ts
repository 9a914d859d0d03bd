import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { closedCalendar, weekdaysOf } from '../../domain/calendar/closed-days';
import { addDays, type Day, toDay } from '../../domain/calendar/day';
import { limitsOfRule } from '../../domain/clocks/imported-stage';
import { type ClockedStage, limitDay } from '../../domain/clocks/limit-day';
import { stageReceived } from '../../domain/clocks/testing/stages';
import { SUSPENSION_GROUNDS } from '../../domain/procedure/events';
import type { LimitRule } from '../../domain/procedure/stage-version';
import { randomFrom } from '../../platform/testing/random-from';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { subgraph as schools } from '../../subgraphs/schools/subgraph';
import { SecondCalculation, type SecondFacts } from './second-calculation';

/** Made-up holidays of schools, in every school year from 2018 to 2026. */
const HOLIDAYS = Array.from({ length: 9 }, (_, place) => 2018 + place).flatMap((year) => [
  { from: toDay(`${year}-02-12`), to: toDay(`${year}-02-16`), name: 'February half term' },
  { from: toDay(`${year}-05-28`), to: toDay(`${year}-06-01`), name: 'May half term' },
  { from: toDay(`${year}-07-23`), to: toDay(`${year}-08-31`), name: 'Summer holidays' },
  { from: toDay(`${year}-12-20`), to: toDay(`${year}-12-31`), name: 'Christmas holidays' },
]);
const second = new SecondCalculation(new Set(HOLIDAYS.flatMap(weekdaysOf).map(({ day }) => day)));
const calendars = {
  ...{ working: englandAndWales, before: englandAndWales },
  school: closedCalendar(englandAndWales, HOLIDAYS),
};

type Random = () => number;
const upTo = (random: Random, count: number): number => Math.floor(random() * (count + 1));
const later = (random: Random, from: Day, days: number): Day => addDays(from, upTo(random, days));
const maybe = <Value>(random: Random, value: () => Value): Value | null => (random() < 0.5 ? value() : null);

/** Something may have happened at each moment, in their order; plans, extensions and suspensions at any. */
function randomStage(random: Random, limit: LimitRule): ClockedStage {
  const receivedOn = addDays(toDay('2018-02-01'), upTo(random, 2_900));
  let last = receivedOn;
  const moment = () =>
    maybe(random, () => {
      last = later(random, last, 40);
      return last;
    });
  const [acknowledgedOn, statementAgreedOn, panelHeldOn, panelReportedOn, answeredOn] = [
    ...[moment(), moment(), moment(), moment(), moment()],
  ];
  const planAgreedOn = maybe(random, () => later(random, receivedOn, 20));
  const plannedFor = planAgreedOn && later(random, planAgreedOn, 90);
  const extensions = Array.from({ length: upTo(random, 2) }, () => {
    const on = later(random, receivedOn, 60);
    return { limit: limit.name, on, to: later(random, on, 80), isForGoodReason: false };
  });
  return stageReceived(receivedOn, {
    ...{ acknowledgedOn: acknowledgedOn ?? null, statementAgreedOn: statementAgreedOn ?? null },
    ...{ panelHeldOn: panelHeldOn ?? null, panelReportedOn: panelReportedOn ?? null },
    ...{ answeredOn: answeredOn ?? null, planAgreedOn, plannedFor, extensions },
    suspensions: randomSuspensions(random, receivedOn),
  });
}

/** One after another; the last may go on still. */
function randomSuspensions(random: Random, receivedOn: Day): ClockedStage['suspensions'] {
  let last = receivedOn;
  return Array.from({ length: upTo(random, 3) }, (_, place) => {
    const from = later(random, last, 30);
    last = later(random, from, 25);
    const ground = SUSPENSION_GROUNDS[upTo(random, 2)] ?? 'PROCEEDINGS';
    return { ground, from, to: place === 2 && random() < 0.3 ? null : last };
  });
}

function factsOf(stage: ClockedStage): SecondFacts {
  const { receivedOn, acknowledgedOn, statementAgreedOn, panelHeldOn, panelReportedOn, answeredOn } = stage;
  const happened = Object.entries({
    ...{ received: receivedOn, acknowledged: acknowledgedOn, statementAgreed: statementAgreedOn },
    ...{ panelHeld: panelHeldOn, panelReported: panelReportedOn, answered: answeredOn },
    planAgreed: stage.planAgreedOn,
  }).flatMap(([name, day]) => (day === null ? [] : [[name, day] as const]));
  const { planAgreedOn: on, plannedFor, extensions, suspensions } = stage;
  return {
    days: Object.fromEntries(happened),
    plan: on === null || plannedFor === null ? null : { on, for: plannedFor },
    ...{ extensions, suspensions },
  };
}

const CASES_EACH = 120;

/** How many limits were compared, and those on which the two calculations do not agree. */
function compare(versions: readonly { readonly limits: readonly LimitRule[] }[], seed: number) {
  const random = randomFrom(seed);
  const differing: object[] = [];
  let compared = 0;
  for (const version of versions) {
    for (const limit of version.limits) {
      for (let run = 0; run < CASES_EACH; run += 1) {
        const stage = randomStage(random, limit);
        const { originalDueOn, dueOn, extendableTo } = limitDay({ limit, stage, version, calendars });
        const first = { original: originalDueOn, due: dueOn, extendable: extendableTo };
        const other = second.days(limit, version.limits, factsOf(stage));
        if (JSON.stringify(first) !== JSON.stringify(other)) differing.push({ limit, stage, first, other });
        compared += 1;
      }
    }
  }
  return { compared, differing: differing.slice(0, 3) };
}

describe('limits by a second calculation', () => {
  it.each([
    ['corporate', corporate, 1],
    ['adults', adults, 2],
    ['childrens', childrens, 3],
    ['schools', schools, 4],
  ] as const)('are the same for every limit of every live stage: %s', (_name, { stream }, seed) => {
    const { compared, differing } = compare(stream.liveProcedure.stages, seed);
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(200);
  });

  it.each([
    ['corporate', corporate, 5],
    ['adults', adults, 6],
    ['childrens', childrens, 7],
    ['schools', schools, 8],
  ] as const)('are the same for every limit of every imported stage: %s', (_name, { stream }, seed) => {
    const versions = stream.procedure.rules.map((rule) => ({ limits: limitsOfRule(rule) }));
    const { compared, differing } = compare(versions, seed);
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(200);
  });

  it('would show one day of difference', () => {
    const [rule] = childrens.stream.procedure.rules;
    const limits = limitsOfRule(rule!);
    const planted = limits.map((limit) => ({
      ...limit,
      within: { ...limit.within, count: limit.within.count + 1 },
    }));
    const stage = stageReceived('2026-03-23');
    const [limit, wrong] = [limits[1]!, planted[1]!];
    expect(second.days(wrong, planted, factsOf(stage)).due).not.toBe(
      limitDay({ limit, stage, version: { limits }, calendars }).dueOn,
    );
  });
});
