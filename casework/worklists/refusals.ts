import type { Refused } from '../../platform/server/refusal';
import type { GroupRow } from './tables';

export interface GroupChanged extends Refused<'GroupChanged'> {
  readonly group: GroupRow;
}

/** Somebody changed the group first, and it stands like this now. */
export const groupChanged = (group: GroupRow): GroupChanged => ({
  __typename: 'GroupChanged',
  code: 'GROUP_CHANGED',
  message:
    'Somebody else changed the group meanwhile. Look at it as it stands now, and say again what is to change.',
  group,
});

/** The same whether there is no such absence, or the caller may not end it. */
export const absenceNotFound = (): Refused<'AbsenceNotFound'> => ({
  __typename: 'AbsenceNotFound',
  code: 'ABSENCE_NOT_FOUND',
  message: 'There is no absence of this id that you could end.',
});
