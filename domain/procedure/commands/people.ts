import type { CaseState, PersonId } from '../case-state';
import type { Command, CommandRefusal } from '../command';
import type { LawSource } from '../law';
import { type Question, refusal } from './question';

/** Who would work on a complaint, and which part of the command names them; null where it is whoever asks. */
export interface Named {
  readonly person: PersonId;
  readonly part: string | null;
}

/** Whom a command would have work on the complaint: those whom it names, else whoever asks for it. */
export const namedBy = ({ command, caller }: Question): readonly Named[] =>
  namedIn(command) ?? [{ person: caller.subject, part: null }];

/** Whom a command names; null of one that names nobody, whatever else it says. */
export function namedIn(command: Command): readonly Named[] | null {
  switch (command.event) {
    case 'assign':
      return command.to === null ? [] : [{ person: command.to, part: 'to' }];
    case 'appoint':
      return [{ person: command.person, part: 'person' }];
    case 'arrangePanel':
    case 'holdPanel':
      return command.members.map((person) => ({ person, part: 'members' }));
    default:
      return null;
  }
}

/** Whoever is complained about neither asks for anything, nor is given anything to do with it. */
export function refuseComplainedAbout(question: Question): CommandRefusal | null {
  const { state, caller, rule } = question;
  const asks: Named = { person: caller.subject, part: null };
  const found = [asks, ...namedBy(question)].find(({ person }) => state.complainedAbout.includes(person));
  if (found === undefined) return null;
  const message =
    found.part === null
      ? 'You are complained about. Somebody else has to do this.'
      : 'Somebody who is named is complained about. Name somebody else.';
  return refusal('PERSON_COMPLAINED_ABOUT', message, { source: rule.source, part: found.part });
}

/** Whoever has a conflict of interest is given nothing to do with it; of a restricted case, work is given to those alone who are named. */
export function refuseKeptOut({ command, keptOut, rule }: Question): CommandRefusal | null {
  const named = namedIn(command) ?? [];
  const byInterest = named.find(({ person }) => keptOut?.get(person) === 'CONFLICT');
  if (byInterest !== undefined)
    return refusal(
      'PERSON_HAS_INTEREST',
      'Somebody who is named has a conflict of interest in it, and cannot see it. Name somebody else.',
      { source: rule.source, part: byInterest.part },
    );
  // Who is appointed or sits on a panel may be from outside, and need not open it here.
  const shut = command.event === 'assign' ? named.find(({ person }) => keptOut?.has(person)) : undefined;
  if (shut === undefined) return null;
  return refusal(
    'PERSON_NOT_ADMITTED',
    'The case is restricted, and they are not among those who are named for it. Name one of them, or have them named first.',
    { source: rule.source, part: shut.part },
  );
}

/** Who accepted or answered a stage before the latest. */
export const handledEarlier = ({ stages }: CaseState): readonly PersonId[] =>
  stages.slice(0, -1).flatMap(({ handledBy }) => handledBy);

/** Somebody handled an earlier stage who must not have. */
export function refuseHandledEarlier(question: Question, source: LawSource): CommandRefusal | null {
  const earlier = handledEarlier(question.state);
  const found = namedBy(question).find(({ person }) => earlier.includes(person));
  if (found === undefined) return null;
  const message =
    found.part === null
      ? 'You handled an earlier stage of it. Somebody else has to do this.'
      : 'Somebody who is named handled an earlier stage of it. Name somebody else.';
  return refusal('PERSON_HANDLED_EARLIER_STAGE', message, { source, part: found.part });
}

/** Whoever is appointed as the independent person of a stage decides nothing in the council's name. */
export function refuseIndependentPerson(question: Question): CommandRefusal | null {
  const independent = appointedAs(question.state, ['INDEPENDENT_PERSON']);
  const found = namedBy(question).find(({ person }) => independent.includes(person));
  if (found === undefined) return null;
  const source = independenceOf(question);
  const message = 'Who is its independent person does not work on it for the council. Somebody else has to.';
  return refusal('PERSON_NOT_INDEPENDENT', message, { source, part: found.part });
}

/** Everybody who was appointed to something, in whichever stage. */
export const appointedAs = (
  { stages }: CaseState,
  appointments: readonly CaseState['stages'][number]['appointed'][number]['as'][],
): readonly PersonId[] =>
  stages.flatMap(({ appointed }) =>
    appointed.filter(({ as }) => appointments.includes(as)).map(({ person }) => person),
  );

/** The law that wants people named for an investigation: it is what wants them apart. */
export const independenceOf = ({ version, rule }: Question): LawSource | null =>
  version.requirements.find(({ needs }) => needs.kind === 'APPOINTMENTS')?.source ?? rule.source;
