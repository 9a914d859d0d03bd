import { londonDayOf } from '../../domain/calendar/day';
import type { CaseState } from '../../domain/procedure/case-state';
import type { CaseCaller, Command, Decision } from '../../domain/procedure/command';
import type { KeptOut } from '../../domain/procedure/commands/question';
import { decide } from '../../domain/procedure/decide';
import { permittedEvents } from '../../domain/procedure/permitted';
import { isUuid } from '../../platform/server/named-command';
import { learningRules } from '../learning/learning-rules';
import type { StreamContext } from '../reading/loaders';
import { clockCalendars } from './clock-calendars';
import { type CommandUnusable, commandUnusable, type ShownPermitted } from './refusals';
import type { CaseWork } from './write-entry';

/** Null for a text that can name a command. */
export const keyUnusable = (key: string): CommandUnusable | null =>
  isUuid(key) ? null : commandUnusable('key', 'A command is named by a UUID, a new one for each.');

/** With what a command is done: its transaction may write from now on, and the limits are counted as things stand. */
export async function beginWork(context: StreamContext, key: string): Promise<CaseWork> {
  const { transaction, stream, clock } = context;
  const [, calendars] = await Promise.all([
    transaction.query(`select set_config('scope.command', $1, true)`, [key], { isRepeated: true }),
    clockCalendars(context),
  ]);
  return { transaction, stream, calendars, procedure: stream.liveProcedure, now: clock.now() };
}

/** What becomes of a command, by the stream's procedure. */
export const decideOn = (
  { procedure, calendars, now }: CaseWork,
  asked: {
    readonly command: Command;
    readonly state: CaseState | null;
    readonly caller: CaseCaller;
    /** Left out where it is to be recorded. */
    readonly complaintId?: string;
    readonly keptOut?: KeptOut;
  },
): Decision => decide({ ...asked, procedure, calendars, today: londonDayOf(now) });

/** What may be done to a complaint as it stands, and whether the caller's role may. */
export function shownPermitted(
  { liveProcedure: procedure }: StreamContext['stream'],
  { state, caller }: { readonly state: CaseState; readonly caller: CaseCaller | null },
): ShownPermitted[] {
  const rules = [...permittedEvents({ procedure, state }), ...learningRules(state)];
  return rules.map((rule) => ({
    rule,
    isOpenToCaller: caller !== null && rule.roles.includes(caller.role),
  }));
}
