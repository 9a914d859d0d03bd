import { subgraph as adults } from '../../../subgraphs/adults/subgraph';
import { subgraph as childrens } from '../../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../../subgraphs/corporate/subgraph';
import { subgraph as schools } from '../../../subgraphs/schools/subgraph';
import { englandAndWales } from '../../calendar/bank-holidays';
import { toDay } from '../../calendar/day';
import type { ClockCalendars } from '../../clocks/deadline';
import { applyEntry } from '../case-of';
import type { CaseState } from '../case-state';
import type { CaseCaller, Command, CommandRefusal, Decision, FactsOf } from '../command';
import { decide } from '../decide';
import type { LiveProcedure } from '../stage-version';

/** What tests of the engine share: the four procedures as they are, and complaints that commands lead to. */

export const PROCEDURES = {
  adults: adults.stream.liveProcedure,
  childrens: childrens.stream.liveProcedure,
  corporate: corporate.stream.liveProcedure,
  schools: schools.stream.liveProcedure,
} as const satisfies Readonly<Record<string, LiveProcedure>>;
export type LiveStream = keyof typeof PROCEDURES;

export const calendars: ClockCalendars = {
  ...{ working: englandAndWales, school: null, before: englandAndWales },
};

export const OLIVE: CaseCaller = { subject: 'olive', role: 'officer', services: [] };
export const OMAR: CaseCaller = { ...OLIVE, subject: 'omar' };
export const MONA: CaseCaller = { subject: 'mona', role: 'manager', services: ['waste'] };

/** A command, and by whom and when it is asked for where that matters. */
export interface Step {
  readonly command: Command;
  readonly caller?: CaseCaller;
  readonly today?: string;
}

/** Whatever has no day of its own is asked for long after everything. */
const TODAY = '2027-06-30';

export const receivedOn = (day: string, changes: Partial<FactsOf<'record'>> = {}): FactsOf<'record'> => ({
  ...{ event: 'record', stage: 1, receivedOn: toDay(day), channel: 'Phone', serviceId: 'waste', theme: null },
  ...{ consent: 'NOT_NEEDED', complainedAbout: [], hasDirectReason: false, callId: null },
  ...changes,
});

/** What becomes of a command on a complaint of a stream. */
export const decided = (stream: LiveStream, state: CaseState | null, step: Step | Command): Decision => {
  const { command, caller = OLIVE, today = TODAY } = 'command' in step ? step : { command: step };
  const circumstances = { procedure: PROCEDURES[stream], calendars, caller, today: toDay(today) };
  return decide({ ...circumstances, command, state, complaintId: 'itself' });
};

/** A complaint after commands that are permitted. One that is refused throws, with its code. */
export function caseAfter(stream: LiveStream, ...steps: readonly (Step | Command)[]): CaseState {
  let state: CaseState | null = null;
  for (const step of steps) {
    const decision = decided(stream, state, step);
    if (decision.isRefused) throw new Error(`${decision.refusal.code}: ${decision.refusal.message}`);
    const { caller = OLIVE } = 'command' in step ? step : {};
    const { stage, facts } = decision;
    state = applyEntry({ procedure: PROCEDURES[stream], state, entry: { stage, facts, by: caller.subject } });
  }
  if (state === null) throw new Error('A complaint is recorded first.');
  return state;
}

/** The refusal of a command; null where it is permitted. */
export const refusalOf = (
  stream: LiveStream,
  state: CaseState | null,
  step: Step | Command,
): CommandRefusal | null => {
  const decision = decided(stream, state, step);
  return decision.isRefused ? decision.refusal : null;
};

/** The same in short: its code, the part that is meant, and the paragraph. */
export const refused = (...asked: Parameters<typeof refusalOf>): readonly (string | null)[] | null => {
  const found = refusalOf(...asked);
  return found && [found.code, found.part, found.source?.paragraph ?? null];
};
