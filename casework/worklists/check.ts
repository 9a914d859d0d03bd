import { type Day, isDay } from '../../domain/calendar/day';
import type { Identity } from '../../platform/identity/identity';
import { forbidden } from '../../platform/server/errors';
import { type CommandUnusable, commandUnusable } from '../live/refusals';

/** What sign-ins give as subjects. */
const SUBJECT = /^[\w.-]{1,128}$/;

const inPerson = ({ credential }: Identity): boolean => credential === undefined;
const isOfficer = ({ role, streams }: Identity, stream: string): boolean =>
  role === 'officer' && streams.includes(stream);

/** Throws FORBIDDEN for whoever may not say who works on a stream's complaints: as the gateway and the database do. */
export function checkMayAssign(identity: Identity, stream: string): void {
  if (!inPerson(identity) || !isOfficer(identity, stream))
    throw forbidden('Who works on what is said by officers cleared for the stream.');
}

/** Whether a text can be the subject of a sign-in. */
export const isSubject = (text: string): boolean => SUBJECT.test(text);

/** Null for the subject of a sign-in. */
export const subjectUnusable = (part: string, subject: string): CommandUnusable | null =>
  isSubject(subject)
    ? null
    : commandUnusable(
        part,
        'Name somebody by the subject of their sign-in: letters, digits, full stops, hyphens.',
      );

/** A day as it can be kept, or what is wrong with it. */
export const readDayOf = (part: string, given: unknown): Day | CommandUnusable =>
  typeof given === 'string' && isDay(given)
    ? given
    : commandUnusable(part, 'Write a day of the calendar as YYYY-MM-DD, for example 2026-04-01.');
