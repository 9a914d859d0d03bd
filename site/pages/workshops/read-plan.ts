import { londonMomentOf } from '../../../domain/calendar/day';
import { londonInstantOf } from '../../../domain/calendar/london-instant';
import { dayFields, dayTyped, readDayFields } from '../../forms/day-field';
import { textsIn } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import { readTime } from '../../forms/time-field';
import type { WorkshopInput } from '../../operations/__generated__/operations';
import type { Form } from '../../server/check-form';
import type { AskedWorkshop } from './ask-workshop';

/** What the form of a workshop says, field by field. */
export type TypedPlan = Readonly<Record<string, string>>;

/** What was sent: as it was typed, and as the graph takes it where all of it can be meant. */
export interface ReadPlan {
  readonly typed: TypedPlan;
  readonly problems: readonly Problem[];
  readonly plan: WorkshopInput | null;
  readonly id: string;
  readonly basedOnVersion: number;
}

const TEXTS = {
  ...{ title: 'Give the workshop a title.', about: 'Say what it is about.' },
  ...{ place: 'Say where it is.', heldBy: 'Say who holds it.' },
} as const;
/** The least, the most, and what to say where it is neither. */
const NUMBERS = {
  minutes: [15, 600, 'Write how many minutes it takes, from 15 to 600.'],
  seats: [1, 500, 'Write how many can come, from 1 to 500.'],
} as const;
const FIELDS = [
  ...['title', 'about', ...dayFields('on'), 'time', 'minutes', 'place', 'heldBy', 'seats'],
  ...['id', 'basedOnVersion'],
];

/** Reads the form by which a workshop is planned. */
export function readPlan(form: Form): ReadPlan {
  const typed = textsIn(form, FIELDS);
  const problems: Problem[] = [];
  const startsAt = readStart(typed, problems);
  for (const [field, says] of Object.entries(TEXTS)) if (!typed[field]) problems.push({ field, says });
  for (const [field, [least, most, says]] of Object.entries(NUMBERS))
    if (!isWithin(typed[field], least, most)) problems.push({ field, says });
  problems.sort((one, other) => placeOf(one) - placeOf(other));
  const { title = '', about = '', place = '', heldBy = '', id = '' } = typed;
  const numbers = { minutes: Number(typed.minutes), seats: Number(typed.seats) };
  const plan =
    startsAt && problems.length === 0 ? { title, about, startsAt, place, heldBy, ...numbers } : null;
  return { typed, problems, plan, id, basedOnVersion: Number(typed.basedOnVersion) || 0 };
}

/** Where the field of a problem stands in the form. */
const placeOf = ({ field }: Problem): number => FIELDS.findIndex((name) => name.split('-')[0] === field);

function readStart(typed: TypedPlan, problems: Problem[]): string | null {
  const { day, problem } = readDayFields(typed, 'on', 'the day of the workshop');
  if (problem !== null) problems.push(problem);
  const time = readTime(typed.time ?? '');
  if (time === null) problems.push({ field: 'time', says: 'Write when it begins, such as 9:30am or 14:00.' });
  if (day === null || time === null) return null;
  const instant = londonInstantOf({ day, time });
  if (instant !== null) return instant.toISOString();
  problems.push({ field: 'time', says: 'There is no such time on that day: the clocks go forward.' });
  return null;
}

const isWithin = (text: string | undefined, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text ?? '') && Number(text) >= least && Number(text) <= most;

/** What the form says of a workshop that is planned. */
export function typedOf(workshop: AskedWorkshop): TypedPlan {
  const { id, title, about, place, heldBy, version } = workshop;
  const moment = londonMomentOf(new Date(workshop.startsAt));
  return {
    ...{ id, title, about, place, heldBy, basedOnVersion: String(version) },
    ...{ minutes: String(workshop.minutes), seats: String(workshop.seats) },
    ...(moment === null ? {} : { ...dayTyped('on', moment.day), time: moment.time.slice(0, 5) }),
  };
}
