import type { CaseRole, WaitsFor } from './events';
import type { EventRule, Span, StateRule } from './stage-version';

/** So many working days of the stream's calendar, the next one being day 1. */
export const workingDays = (count: number): Span => ({ count, unit: 'WORKING_DAY' });
/** So many school days, the next one being day 1. */
export const schoolDays = (count: number): Span => ({ count, unit: 'SCHOOL_DAY' });
/** So many calendar months, which begin with the day itself. */
export const months = (count: number): Span => ({ count, unit: 'MONTH' });

/** Who does what is the central team's alone. */
export const OFFICERS: readonly CaseRole[] = ['officer'];
/** Who does what the service complained about does too. */
export const OFFICERS_AND_MANAGERS: readonly CaseRole[] = ['officer', 'manager'];

/** A state in which a stage goes on. */
export const openState = (name: string, title: string, waitsFor: WaitsFor): StateRule => ({
  ...{ name, title, waitsFor },
  isEnded: false,
});

const ENDED = {
  ANSWERED: 'Answered',
  ESCALATED: 'Gone on to the next stage',
  MERGED: 'Merged into another complaint',
  REFUSED: 'Not taken',
  SETTLED: 'Settled by the next working day: no complaint',
  WITHDRAWN: 'Withdrawn',
} as const;

/** States in which a stage is over. Only of those that a stage can come to again from elsewhere is anything more told. */
export const endedStates = (...names: readonly (keyof typeof ENDED)[]): StateRule[] =>
  names.map((name) => ({ name, title: ENDED[name], waitsFor: 'NOBODY', isEnded: true }));

/**
 * What every stage has whatever its law: who has it, consent, notes, documents, letters, links, corrections, and the ends that need no answer.
 * `open` are the states in which it goes on, `takenBy` those to whom it may be given.
 */
export function inGoodOrder({
  open,
  takenBy,
}: {
  open: readonly string[];
  takenBy: readonly CaseRole[];
}): EventRule[] {
  const always = [...open, 'ANSWERED', 'WITHDRAWN', 'REFUSED', 'MERGED'];
  const same = { leads: 'SAME', source: null } as const;
  return [
    { event: 'assign', from: open, roles: OFFICERS, ...same },
    { event: 'accept', from: open, roles: takenBy, ...same },
    { event: 'handBack', from: open, roles: takenBy, ...same },
    { event: 'recordConsent', from: open, roles: OFFICERS, ...same },
    { event: 'note', from: always, roles: takenBy, ...same },
    { event: 'attach', from: always, roles: takenBy, ...same },
    { event: 'sendLetter', from: always, roles: takenBy, ...same },
    { event: 'link', from: always, roles: OFFICERS, ...same },
    { event: 'changeParty', from: always, roles: OFFICERS, ...same },
    { event: 'correctDate', from: always, roles: OFFICERS, ...same },
    { event: 'withdraw', from: open, leads: { state: 'WITHDRAWN' }, roles: OFFICERS, source: null },
    { event: 'merge', from: open, leads: { state: 'MERGED' }, roles: OFFICERS, source: null },
    {
      event: 'reopen',
      from: ['WITHDRAWN', 'REFUSED'],
      leads: { state: 'RECEIVED' },
      roles: OFFICERS,
      source: null,
    },
  ];
}
