import { londonDayOf } from '../../../../domain/calendar/day';
import { STREAMS } from '../../../filters/parts';
import type { Asking, Gateway } from '../../../gateway/gateway';
import { ComplaintByReferenceDocument, type Stream } from '../../../operations/__generated__/operations';
import { CASE_GROUPS } from '../../../operations/case-groups.generated';
import { CASE_QUESTIONS } from '../../../operations/case-questions.generated';
import { askPart } from '../../ask-part';
import { askFilterNames } from '../../filter-names';
import type { PageMakers } from '../../page-makers';
import { askLiveProcedure } from '../../procedures/ask-live';
import { versionOf } from '../live-version';
import type { CaseSeen } from './case-seen';
import type { FormField } from './fields/form-field';
import { pointsOf } from './points';

/** What a field may want besides how the complaint stands. */
type Wanted = 'offersTeam' | 'takesUpPeople' | 'takesUpPoints';

/** Who asks for which complaint. */
interface Question {
  readonly asking: Asking;
  readonly id: string;
  /** Who asks, by the subject of their sign-in. */
  readonly subject: string;
  /** Whom of its people the form is about; null where nobody was chosen. */
  readonly chosen: string | null;
  readonly fields: Readonly<Record<string, Pick<FormField<unknown, CaseSeen>, Wanted>>>;
}

/** The stream that the id of a complaint tells; null where it tells none. */
export const streamOfId = (id: string): Stream | null =>
  STREAMS.find((stream) => id.startsWith(`${stream.toLowerCase()}-`)) ?? null;

/**
 * All that the form of a command needs of a complaint; null where nobody works on it here, or it is not for the person to see.
 * What is written of it is asked for where the form takes up its elements: each such reading is recorded. Groups are asked for
 * where it offers some.
 */
export async function askCase(
  { gateway, clock, nameOf }: Pick<PageMakers, 'gateway' | 'clock' | 'nameOf'>,
  { asking, id, subject, chosen, fields }: Question,
): Promise<CaseSeen | null> {
  const stream = streamOfId(id);
  if (stream === null) return null;
  const [{ complaint }, procedure, { told, kept, groups }, { services }] = await Promise.all([
    gateway.ask(CASE_QUESTIONS.CaseAtWork[stream], { id }, asking),
    askPart(askLiveProcedure(gateway, stream, asking)),
    askWanted(gateway, stream, { asking, id, fields }),
    askFilterNames(gateway, asking, {}),
  ]);
  const live = complaint?.casework ?? null;
  if (complaint === null || live === null) return null;
  const members = (groups?.groups ?? []).flatMap((group) => group.members);
  const people = [...new Set([subject, live.assignedTo ?? subject, ...members])];
  return {
    ...{ id, stream, live, today: londonDayOf(clock.now()), points: pointsOf(told?.complaint ?? null) },
    ...{ chosen, parties: kept?.complaint?.casework?.parties ?? [] },
    reference: complaint.reference ?? 'without a reference',
    deadlines: complaint.deadlines ?? [],
    version: procedure && versionOf(procedure, live.stage, complaint.stages ?? []),
    people: people.map((each) => ({ value: each, text: nameOf(each) })),
    groups: (groups?.groups ?? []).map((group) => ({ value: group.id, text: group.name })),
    services: services.map((service) => ({ value: service.id, text: service.name })),
    idOfReference: async (reference) =>
      (await gateway.ask(ComplaintByReferenceDocument, { reference }, asking)).complaint?.id ?? null,
  };
}

/** What the fields of a form want besides. */
async function askWanted(
  gateway: Gateway,
  stream: Stream,
  { asking, id, fields }: Pick<Question, 'asking' | 'fields' | 'id'>,
) {
  const isWanted = (what: Wanted) => Object.values(fields).some((field) => field[what] === true);
  const [told, kept, groups] = await Promise.all([
    isWanted('takesUpPoints')
      ? askPart(gateway.ask(CASE_QUESTIONS.CasePoints[stream], { id }, asking))
      : null,
    isWanted('takesUpPeople') ? gateway.ask(CASE_QUESTIONS.CasePeople[stream], { id }, asking) : null,
    isWanted('offersTeam') ? askPart(gateway.ask(CASE_GROUPS[stream], {}, asking)) : null,
  ]);
  return { told, kept, groups };
}
