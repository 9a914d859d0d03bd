import { type CommandAsked, doCommand } from '../../casework/live/do-command';
import { recordCase } from '../../casework/live/record-case';
import type { CommandResult } from '../../casework/live/refusals';
import { asPerson, keyOf, party } from '../../casework/live/testing';
import type { StreamContext } from '../../casework/reading/loaders';
import type { StreamSubgraph } from '../../casework/stream/create-stream';
import { addDays, type Day, toDay } from '../../domain/calendar/day';
import type { ClockCalendars } from '../../domain/clocks/deadline';
import { applyEntry } from '../../domain/procedure/case-of';
import type { CaseState } from '../../domain/procedure/case-state';
import type { CaseCaller, Command } from '../../domain/procedure/command';
import { decide } from '../../domain/procedure/decide';
import { illegal } from '../../domain/procedure/testing/illegal';
import {
  callerOf,
  type Numbers,
  nextEvent,
  numbersOf,
  randomCommand,
} from '../../domain/procedure/testing/random-commands';
import type { DataSource } from '../../platform/transaction/transaction';
import { asText } from './in-order';

/** Where a sequence is played: a stream's own login to the database, and the calendars that hold there. */
export interface Played {
  readonly stream: StreamSubgraph;
  readonly dataSource: DataSource;
  readonly calendars: ClockCalendars;
}

/** What a sequence came to. */
export interface Sequence {
  readonly seed: number;
  /** What its commands should have led to; null where none was recorded. */
  readonly told: { readonly complaintId: string; readonly state: CaseState } | null;
  /** The day of its last command. */
  readonly today: Day;
  /** How often each answer was given: by the refusal's code, or as `CommandDone`. */
  readonly answers: ReadonlyMap<string, number>;
  /** Everything that was not as the procedure says. */
  readonly problems: readonly string[];
}

const FIRST_DAY = toDay('2024-01-03');
const DAYS = 800;
const STEPS = 24;
/** One command in so many comes of an older look at the complaint, and one in so many is asked again. */
const SELDOM = 12;

/** What these name besides is looked up before the procedure is asked; `other-of-command` and `change-party` have tests of it. */
const NAME_OTHERS: ReadonlySet<string> = new Set(['link', 'merge', 'changeParty']);
const namesAnother = (command: Command): boolean =>
  NAME_OTHERS.has(command.event) || (command.event === 'assign' && command.serviceId !== null);

/** The one who is complained about, in every sequence. */
const COMPLAINED_ABOUT = ['ida'];

/** Asks for up to 24 commands, one some days after the other, and holds each answer against what the procedure says of it. */
export async function playSequence(on: Played, seed: number): Promise<Sequence> {
  const numbers = numbersOf(seed);
  const table = new Table(on, seed);
  table.today = addDays(FIRST_DAY, numbers(DAYS));
  for (let left = 1 + numbers(STEPS); left > 0; left -= 1) {
    table.today = addDays(table.today, numbers(numbers(5) === 0 ? 25 : 3));
    const event = nextEvent(numbers, on.stream.stream.liveProcedure, table.state);
    const command = randomCommand(event, { numbers, today: table.today });
    if (command !== null && !namesAnother(command)) await table.ask(command, callerOf(numbers), numbers);
  }
  const { state, complaintId, today, answers, problems } = table;
  return { seed, told: state && complaintId ? { complaintId, state } : null, today, answers, problems };
}

/** One complaint, as it should stand after what was asked. */
class Table {
  state: CaseState | null = null;
  complaintId: string | null = null;
  today: Day = FIRST_DAY;
  readonly answers = new Map<string, number>();
  readonly problems: string[] = [];
  private asked = 0;

  constructor(
    private readonly on: Played,
    private readonly seed: number,
  ) {}

  /** Asks, now and then as somebody who looked earlier, or twice. */
  async ask(command: Command, caller: CaseCaller, numbers: Numbers): Promise<void> {
    if (this.state !== null && command.event === 'record') return;
    this.asked += 1;
    const isLate = this.state !== null && numbers(SELDOM) === 0;
    const again = await this.send(command, caller, isLate);
    const answer = await again();
    this.note(answer);
    this.hold(command, { caller, isLate, answer });
    if (numbers(SELDOM) > 0 || answer.__typename !== 'CommandDone') return;
    const second = asText(await again());
    if (second !== asText(answer)) this.problems.push(`${command.event} asked again: ${second}`);
  }

  /** The same request, as often as it is called. */
  private async send(
    command: Command,
    caller: CaseCaller,
    isLate: boolean,
  ): Promise<() => Promise<CommandResult>> {
    const key = keyOf(this.seed * 100 + this.asked);
    if (command.event === 'record') {
      const asked = { key, command, words: [SUMMARY], parties: [party({ surname: 'Madeup' })] };
      return () => this.as(caller, (context) => recordCase(context, asked));
    }
    const version = (this.state?.version ?? 0) - Number(isLate);
    const words = command.event === 'note' ? [NOTE] : [];
    const asked: CommandAsked = { key, id: this.complaintId ?? '', version, command, words };
    return () => this.as(caller, (context) => doCommand(context, asked));
  }

  private as<Result>(
    { subject, role, services }: CaseCaller,
    work: (context: StreamContext) => Promise<Result>,
  ): Promise<Result> {
    const { stream, dataSource } = this.on;
    const streams = role === 'officer' ? [stream.name] : [];
    return asPerson({ stream, dataSource, today: this.today }, { subject, role, services, streams }, work);
  }

  private note(answer: CommandResult): void {
    const said = 'code' in answer ? answer.code : answer.__typename;
    this.answers.set(said, (this.answers.get(said) ?? 0) + 1);
  }

  /** Holds an answer against what the procedure says of the command; one that was done changes how the complaint should stand. */
  private hold(
    command: Command,
    { caller, isLate, answer }: { caller: CaseCaller; isLate: boolean; answer: CommandResult },
  ): void {
    const expected = isLate ? 'COMPLAINT_CHANGED' : this.expected(command, caller);
    const said = 'code' in answer ? answer.code : asText(answer.entry.facts);
    // Whoever manages another service knows nothing of it.
    const isHidden = this.state !== null && this.isOfAnother(caller);
    if (said !== (isHidden ? 'CASE_NOT_FOUND' : expected))
      this.problems.push(
        `${command.event} by ${caller.subject} on ${this.today}: ${said}, and not ${expected}`,
      );
    if (!('entry' in answer)) return;
    const { liveProcedure: procedure } = this.on.stream.stream;
    if (answer.version !== (this.state?.version ?? 0) + 1)
      this.problems.push(`${command.event} gave version ${answer.version}`);
    this.state = {
      ...applyEntry({ procedure, state: this.state, entry: answer.entry }),
      complainedAbout: COMPLAINED_ABOUT,
    };
    this.complaintId = answer.complaintId;
    this.problems.push(...illegal(procedure, this.state));
  }

  private isOfAnother({ role, services }: CaseCaller): boolean {
    return role === 'manager' && !services.includes(this.state?.serviceId ?? '');
  }

  /** The code of the refusal, or the facts that are to be recorded. */
  private expected(command: Command, caller: CaseCaller): string {
    const { stream, calendars } = this.on;
    // Conflicts of interest are for officers to see; a manager who has one sees nothing of the complaint.
    const complainedAbout = caller.role === 'officer' ? COMPLAINED_ABOUT : [];
    const decision = decide({
      ...{ command, caller, calendars, today: this.today, procedure: stream.stream.liveProcedure },
      state: this.state && { ...this.state, complainedAbout },
      ...(this.complaintId !== null && { complaintId: this.complaintId }),
    });
    if (decision.isRefused) return decision.refusal.code;
    const { facts } = decision;
    return asText(facts.event === 'record' ? { ...facts, complainedAbout: [] } : facts);
  }
}

const SUMMARY = { part: 'SUMMARY', words: 'Made up.' };
const NOTE = { part: 'NOTE', words: 'Made up, too.' };
