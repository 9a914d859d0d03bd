import { type CommandAsked, doCommand } from '../../casework/live/do-command';
import { recordCase } from '../../casework/live/record-case';
import type { CommandResult } from '../../casework/live/refusals';
import { asPerson, keyOf, party } from '../../casework/live/testing';
import type { StreamContext } from '../../casework/reading/loaders';
import { addDays, type Day, toDay } from '../../domain/calendar/day';
import { applyEntry } from '../../domain/procedure/case-of';
import type { CaseState } from '../../domain/procedure/case-state';
import type { CaseCaller, Command } from '../../domain/procedure/command';
import { illegal } from '../../domain/procedure/testing/illegal';
import { callerOf, nextEvent, randomCommand } from '../../domain/procedure/testing/random-commands';
import { type Numbers, numbersOf } from '../../domain/procedure/testing/random-draw';
import { wordsOf } from './asked-words';
import { COMPLAINED_ABOUT, type Expecting, expectedAnswer, withIds } from './expected-answer';
import { asText } from './in-order';
import { SURNAME } from './others';
import type { Played } from './played';

/** What a sequence came to. */
export interface Sequence {
  readonly seed: number;
  /** What its commands should have led to; null where none was recorded. */
  readonly told: { readonly complaintId: string; readonly state: CaseState; readonly surname: string } | null;
  /** The day of its last command. */
  readonly today: Day;
  /** How often each answer was given: by the refusal's code, or as `CommandDone`. */
  readonly answers: ReadonlyMap<string, number>;
  /** Everything that was not as the procedure says. */
  readonly problems: readonly string[];
}

export const FIRST_DAY = toDay('2024-01-03');
const DAYS = 900;
const STEPS = 24;
/** One command in so many comes of an older look at the complaint, and one in so many is asked again. */
const SELDOM = 12;

/** Asks for up to 24 commands, one some days after the other, and holds each answer against what the procedure says of it. */
export async function playSequence(on: Played, seed: number): Promise<Sequence> {
  const numbers = numbersOf(seed);
  const table = new Table(on, seed);
  table.today = addDays(FIRST_DAY, numbers(DAYS));
  for (let left = 1 + numbers(STEPS); left > 0; left -= 1) {
    table.today = addDays(table.today, numbers(numbers(5) === 0 ? 25 : 3));
    const event = nextEvent(numbers, on.stream.stream.liveProcedure, table.state);
    const command = randomCommand(event, { numbers, today: table.today, state: table.state });
    if (command !== null) await table.ask(command, callerOf(numbers), numbers);
  }
  const { state, complaintId, surname, today, answers, problems } = table;
  const told = state && complaintId ? { complaintId, state, surname } : null;
  return { seed, told, today, answers, problems };
}

/** One complaint, as it should stand after what was asked. */
class Table {
  state: CaseState | null = null;
  complaintId: string | null = null;
  /** Of the complainant, as it was given last. */
  surname = SURNAME;
  today: Day = FIRST_DAY;
  readonly answers = new Map<string, number>();
  readonly problems: string[] = [];
  private asked = 0;

  constructor(
    private readonly on: Played,
    private readonly seed: number,
  ) {}

  /** Asks, now and then as somebody who looked earlier, or twice. */
  async ask(drawn: Command, caller: CaseCaller, numbers: Numbers): Promise<void> {
    if (this.state !== null && drawn.event === 'record') return;
    this.asked += 1;
    const isLate = this.state !== null && numbers(SELDOM) === 0;
    const again = this.send(drawn, caller, isLate);
    const answer = await again();
    this.note(answer);
    this.hold({ drawn, caller, isLate }, answer);
    if (numbers(SELDOM) > 0 || answer.__typename !== 'CommandDone') return;
    const second = asText(await again());
    if (second !== asText(answer)) this.problems.push(`${drawn.event} asked again: ${second}`);
  }

  /** The same request, as often as it is called. */
  private send(drawn: Command, caller: CaseCaller, isLate: boolean): () => Promise<CommandResult> {
    const key = keyOf(this.seed * 100 + this.asked);
    const words = wordsOf(drawn.event);
    if (drawn.event === 'record') {
      const asked = { key, command: drawn, words, parties: [party({ surname: SURNAME })] };
      return () => this.as(caller, (context) => recordCase(context, asked));
    }
    const { complaintId, on } = this;
    const command = withIds(drawn, { complaintId, others: on.others });
    const version = (this.state?.version ?? 0) - Number(isLate);
    const parties = command.event === 'changeParty' ? [party({ surname: this.changed })] : [];
    const asked: CommandAsked = { key, id: complaintId ?? '', version, command, words, parties };
    return () => this.as(caller, (context) => doCommand(context, asked));
  }

  /** The complainant's surname, where this command changes it. */
  private get changed(): string {
    return `${SURNAME} ${this.asked}`;
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
    const said = 'code' in answer ? answer.code : `done: ${answer.entry.facts.event}`;
    this.answers.set(said, (this.answers.get(said) ?? 0) + 1);
  }

  /** Holds an answer against what the procedure says of the command; one that was done changes how the complaint should stand. */
  private hold(asked: Pick<Expecting, 'drawn' | 'caller' | 'isLate'>, answer: CommandResult): void {
    const { state, complaintId, today, on } = this;
    const { liveProcedure: procedure } = on.stream.stream;
    const expected = expectedAnswer({ ...on, ...asked, state, complaintId, today, procedure });
    const said = 'code' in answer ? answer.code : asText(answer.entry.facts);
    const { event } = asked.drawn;
    if (said !== expected)
      this.problems.push(`${event} by ${asked.caller.subject} on ${today}: ${said}, and not ${expected}`);
    if (!('entry' in answer)) return;
    if (answer.version !== (state?.version ?? 0) + 1)
      this.problems.push(`${event} gave version ${answer.version}`);
    this.state = {
      ...applyEntry({ procedure, state, entry: answer.entry }),
      complainedAbout: COMPLAINED_ABOUT,
    };
    this.complaintId = answer.complaintId;
    if (event === 'changeParty') this.surname = this.changed;
    this.problems.push(...illegal(procedure, this.state));
  }
}
