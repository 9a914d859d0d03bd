import type { CommandRefusal, TimelineEntry } from '../../domain/procedure/command';
import type { EventRule } from '../../domain/procedure/stage-version';
import type { Refused } from '../../platform/server/refusal';

/** An entry as the graph shows it: with the complaint that it is of. */
export interface ShownEntry extends TimelineEntry {
  readonly complaintId: string;
}

/** What may be done as a complaint stands, and to whom it is open. */
export interface ShownPermitted {
  readonly rule: EventRule;
  readonly isOpenToCaller: boolean;
}

/** That a command was done. */
export interface CommandDone {
  readonly __typename: 'CommandDone';
  readonly complaintId: string;
  readonly entry: ShownEntry;
  readonly version: number;
}

export interface CommandRefused extends Refused<'CommandRefused'>, Pick<CommandRefusal, 'source' | 'part'> {
  readonly permitted: readonly ShownPermitted[];
}

export interface ComplaintChanged extends Refused<'ComplaintChanged'> {
  readonly version: number;
  readonly since: readonly ShownEntry[];
}

export interface CommandUnusable extends Refused<'CommandUnusable'> {
  readonly part: string;
}

export interface KeptElsewhere extends Refused<'KeptElsewhere'> {
  readonly system: string;
}

/** What becomes of a command. */
export type CommandResult =
  | CommandDone
  | CommandRefused
  | ComplaintChanged
  | CommandUnusable
  | KeptElsewhere
  | Refused<'CaseNotFound'>;

/** A rule of the procedure is in the way, and says so in its own words. */
export const commandRefused = (
  { code, message, source, part }: CommandRefusal,
  permitted: readonly ShownPermitted[],
): CommandRefused => ({ __typename: 'CommandRefused', code, message, source, part, permitted });

/** How many entries are told of what happened meanwhile. */
const MOST_ENTRIES = 50;

/** Somebody was there before, and did this. */
export const complaintChanged = (version: number, since: readonly ShownEntry[]): ComplaintChanged => ({
  __typename: 'ComplaintChanged',
  code: 'COMPLAINT_CHANGED',
  message:
    'Somebody changed the complaint since you looked at it. Look at what happened, and say again what is to be done.',
  version,
  since: since.slice(0, MOST_ENTRIES),
});

/** A part of the command cannot be meant, whatever the procedure says. */
export const commandUnusable = (part: string, message: string): CommandUnusable => ({
  ...{ __typename: 'CommandUnusable', code: 'COMMAND_UNUSABLE', part, message },
});

/** What is said of a key that another command has: of whose, is not told. */
export const keyTaken = (): CommandUnusable =>
  commandUnusable('key', 'A command is named by a UUID, a new one for each: this one was taken.');

/** An inherited system still keeps the complaint. */
export const keptElsewhere = (system: string): KeptElsewhere => ({
  __typename: 'KeptElsewhere',
  code: 'KEPT_ELSEWHERE',
  message: `The complaint is kept in the system ${system}, and is worked on there until that is taken over.`,
  system,
});

/** Nobody's words come back to a complaint whose people were taken out for good. */
export const peopleGone = (): CommandUnusable =>
  commandUnusable(
    'id',
    'The people of this complaint were taken out for good: nobody comes in again, and nothing that is written is kept of it.',
  );
