import { dayWords } from '../../../domain/figures/days';
import { durationWords } from '../../../domain/figures/numbers';
import type { Urgency } from '../../operations/__generated__/operations';
import type { NameOf } from '../../server/person-names';
import type { StageState } from '../complaints/stage-state';

/** What tells how urgent work is. */
interface Due {
  /** As worklists tell it; null where only the days are known. */
  readonly urgency?: Urgency | null;
  /** Working days until its day, negative once that is over. */
  readonly workingDaysLeft: number | null;
  /** The day itself, where it is to be said. */
  readonly dueOn?: string | null;
}

/** How urgent work is, in words: "3 working days over", "due today", "due in 2 working days (4 May 2026)". */
export function urgencyWords({ urgency = null, workingDaysLeft: left, dueOn = null }: Due): StageState {
  const day = dueOn === null ? '' : ` (${dayWords(dueOn)})`;
  if (urgency === 'WAITING') return { words: 'waits, without a day', kind: 'plain' };
  if (urgency === 'NO_DAY') return { words: 'no day', kind: 'plain' };
  const isOver = urgency === 'OVERDUE' || (left !== null && left < 0);
  if (isOver) return { words: `${overWords(left)}${day}`, kind: 'bad' };
  const isToday = urgency === 'DUE_TODAY' || (urgency === null && left === 0);
  if (isToday) return { words: `due today${day}`, kind: 'bad' };
  return { words: `${dueWords(left)}${day}`, kind: 'plain' };
}

const overWords = (left: number | null): string =>
  left === null || left === 0 ? 'its day is over' : `${durationWords(-left)} over`;

function dueWords(left: number | null): string {
  if (left === null) return 'due later';
  // From a weekend, the next working day may be none away.
  return left === 0 ? 'due before the next working day is over' : `due in ${durationWords(left)}`;
}

/** Who has work, and whether they took it. */
interface Held {
  readonly assignedTo: string | null;
  readonly assignedGroup: string | null;
  readonly isAccepted: boolean;
  readonly absence: { readonly to: string; readonly standsIn: string | null } | null;
}

/** Who has it: "Olu, not taken yet", "Olu, away until 4 May 2026; Cora stands in", "Nobody". `groups` are those whose names are known. */
export function holderWords(
  { assignedTo, assignedGroup, isAccepted, absence }: Held,
  nameOf: NameOf,
  groups: ReadonlyMap<string, string> = new Map(),
): string {
  if (assignedTo === null)
    return assignedGroup === null ? 'Nobody' : (groups.get(assignedGroup) ?? 'A group');
  return `${nameOf(assignedTo)}${isAccepted ? '' : ', not taken yet'}${awayWords(absence, nameOf)}`;
}

function awayWords(absence: Held['absence'], nameOf: NameOf): string {
  if (absence === null) return '';
  const standsIn = absence.standsIn === null ? '' : `; ${nameOf(absence.standsIn)} stands in`;
  return `, away until ${dayWords(absence.to)}${standsIn}`;
}
