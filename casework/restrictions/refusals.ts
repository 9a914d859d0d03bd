import type { Refused } from '../../platform/server/refusal';
import type { RestrictionRow } from './tables';

export interface RestrictionUnusable extends Refused<'RestrictionUnusable'> {
  readonly part: string;
}

export interface RestrictionChanged extends Refused<'RestrictionChanged'> {
  readonly restriction: RestrictionRow;
}

export const unusable = (part: string, message: string): RestrictionUnusable => ({
  ...{ __typename: 'RestrictionUnusable', code: 'RESTRICTION_UNUSABLE', message, part },
});

/** The same whether there is no such complaint, it is closed to the caller, or nothing of the kind can be done to it. */
export const caseNotFound = (): Refused<'CaseNotFound'> => ({
  __typename: 'CaseNotFound',
  code: 'CASE_NOT_FOUND',
  message: 'There is no complaint of this id that you could do this to.',
});

export const alreadyRestricted = (): Refused<'AlreadyRestricted'> => ({
  __typename: 'AlreadyRestricted',
  code: 'ALREADY_RESTRICTED',
  message: 'The complaint is restricted already. Those who are named, and administrators, may change who is.',
});

export const restrictionNotFound = (): Refused<'RestrictionNotFound'> => ({
  __typename: 'RestrictionNotFound',
  code: 'RESTRICTION_NOT_FOUND',
  message: 'There is no restriction of this id that you could change.',
});

export const restrictionChanged = (restriction: RestrictionRow): RestrictionChanged => ({
  __typename: 'RestrictionChanged',
  code: 'RESTRICTION_CHANGED',
  message:
    'Somebody else changed the restriction meanwhile. Look at it as it stands now, and say again what is to change.',
  restriction,
});

export const conflictNotFound = (): Refused<'ConflictNotFound'> => ({
  __typename: 'ConflictNotFound',
  code: 'CONFLICT_NOT_FOUND',
  message: 'There is no conflict of interest of this id that you could withdraw.',
});

export const openingNotFound = (): Refused<'CaseOpeningNotFound'> => ({
  __typename: 'CaseOpeningNotFound',
  code: 'CASE_OPENING_NOT_FOUND',
  message: 'There is no opening of this id that you could do this to.',
});

export const openingOwn = (): Refused<'CaseOpeningOwn'> => ({
  __typename: 'CaseOpeningOwn',
  code: 'CASE_OPENING_OWN',
  message: 'You opened this case yourself: somebody else has to see that you did.',
});
