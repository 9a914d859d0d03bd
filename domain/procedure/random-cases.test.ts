import fc from 'fast-check';
import { addDays, type Day, toDay } from '../calendar/day';
import { deadlinesOf } from '../clocks/deadlines';
import { applyEntry, caseOf } from './case-of';
import type { CaseState } from './case-state';
import type { Command, TimelineEntry } from './command';
import { decide } from './decide';
import { LEARNING_EVENTS } from './events';
import { versionOfStage } from './permitted';
import type { LiveProcedure } from './stage-version';
import { illegal } from './testing/illegal';
import { calendars, caseAfter, type LiveStream, PROCEDURES, receivedOn } from './testing/live-case';
import { callerOf, nextEvent, randomCommand } from './testing/random-commands';
import { numbersOf } from './testing/random-draw';

const SEQUENCES = 1000;
const STEPS = 60;

/** What a sequence of commands came to, with what each of them was refused by. */
interface Played {
  readonly state: CaseState | null;
  readonly entries: readonly TimelineEntry[];
  readonly refusals: readonly string[];
  readonly today: Day;
  readonly problems: readonly string[];
  /** Each state that a stage came to, with its number. */
  readonly seen: ReadonlySet<string>;
}

/** Plays commands one after the other, each some days after the one before, and holds each step against the rules. */
function play(stream: LiveStream, seed: number): Played {
  const procedure = PROCEDURES[stream];
  const numbers = numbersOf(seed);
  let today = addDays(toDay('2024-01-03'), numbers(800));
  let state: CaseState | null = null;
  const entries: TimelineEntry[] = [];
  const refusals: string[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  let text = JSON.stringify(state);
  for (let step = 0; step < STEPS; step += 1) {
    today = addDays(today, numbers(numbers(5) === 0 ? 25 : 3));
    const command: Command | null = randomCommand(nextEvent(numbers, procedure, state), {
      numbers,
      today,
      state,
    });
    if (command === null) continue;
    const caller = callerOf(numbers);
    const decision = decide({ command, state, procedure, calendars, today, caller, complaintId: 'itself' });
    if (JSON.stringify(state) !== text) problems.push(`${command.event} changed what it was asked of`);
    if (decision.isRefused) {
      refusals.push(decision.refusal.code);
      continue;
    }
    const { stage, facts } = decision;
    const entry = { place: entries.length + 1, stage, by: caller.subject, at: `${today}T12:00:00Z`, facts };
    entries.push(entry);
    state = applyEntry({ procedure, state, entry });
    text = JSON.stringify(state);
    problems.push(...illegal(procedure, state));
    for (const stood of state.stages) seen.add(`${stood.number} ${stood.state}`);
  }
  return { state, entries, seen, refusals, today, problems };
}

/** All limits of a complaint with their days and the steps to each, as text. */
const deadlines = (procedure: LiveProcedure, state: CaseState, today: Day): string =>
  JSON.stringify(
    state.stages.map((stage) => {
      const version = versionOfStage(procedure, stage);
      return version && deadlinesOf({ stage, version, calendars, today });
    }),
  );

describe.each(['corporate', 'adults', 'childrens', 'schools'] as const)('1,000 sequences of %s', (stream) => {
  const procedure = PROCEDURES[stream];
  const events = new Set<string>();
  const codes = new Set<string>();
  const states = new Set<string>();
  let stages = 0;

  it('never lead to an illegal state, and timeline and deadlines are told again from what was kept', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { state, entries, seen, refusals, today, problems } = play(stream, seed);
        for (const code of refusals) codes.add(code);
        if (state === null) return expect(problems).toEqual([]);
        for (const { facts } of entries) events.add(facts.event);
        for (const name of seen) states.add(name);
        stages = Math.max(stages, state.stages.length);
        const kept: readonly TimelineEntry[] = JSON.parse(JSON.stringify(entries));
        const again = caseOf({ procedure, entries: kept });
        // Asked once a sequence: to ask costs as much as to play on.
        expect([problems, JSON.stringify(again), deadlines(procedure, again, today)]).toEqual([
          ...[[], JSON.stringify(state), deadlines(procedure, state, today)],
        ]);
      }),
      { numRuns: SEQUENCES, seed: 15 },
    );
  });

  it('come to all that the procedure knows', () => {
    const named = procedure.stages.flatMap(({ stage, states: all }) =>
      all.map(({ name }) => `${stage} ${name}`),
    );
    expect([...new Set(named)].filter((name) => !states.has(name))).toEqual([]);
    const known = new Set(procedure.stages.flatMap((version) => version.events.map(({ event }) => event)));
    expect([...known, ...LEARNING_EVENTS].filter((event) => !events.has(event))).toEqual([]);
    expect(stages).toBe(new Set(procedure.stages.map(({ stage }) => stage)).size);
    expect(codes.size).toBeGreaterThan(15);
  });
});

describe('what holds of every complaint', () => {
  it('is found broken where it is', () => {
    const procedure = PROCEDURES.corporate;
    const recorded = caseAfter('corporate', receivedOn('2026-05-01'));
    expect(illegal(procedure, recorded)).toEqual([]);
    const [stage] = recorded.stages;
    const broken = { ...stage!, state: 'LOST', endedOn: toDay('2026-04-01'), suspendedFrom: 'RECEIVED' };
    const panel = { ...stage!, panel: ['pia', 'pia'], handledBy: ['ida'], state: 'ANSWERED' };
    expect(illegal(procedure, { ...recorded, stages: [broken, panel] })).toEqual([
      'stage 1 stands in a state that its version does not know',
      'stage 1 has a day of its end and goes on, or the reverse',
      'stage 1 goes on beside a later one',
      'stage 1 is suspended from nowhere, or the reverse',
      'stage 1 has a day before its receipt',
      'stage 1 has a day of its end and goes on, or the reverse',
      'stage 1 is answered without an outcome',
      'stage 1 has somebody on its panel twice',
      'stage 1 is handled by somebody complained about',
    ]);
  });
});
