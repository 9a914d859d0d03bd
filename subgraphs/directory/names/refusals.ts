import type { Refused } from '../../../platform/server/refusal';
import type { DirectorateShown, ServiceShown } from './read-names';

const MOST_NAME = 100;
/** As ids of the product are: in figures, filters and the claims of sign-ins. */
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const MOST_ID = 60;

export interface CouncilNameUnusable extends Refused<'CouncilNameUnusable'> {
  readonly part: string;
}
export interface ServiceChanged extends Refused<'ServiceChanged'> {
  readonly service: ServiceShown;
}
export interface DirectorateChanged extends Refused<'DirectorateChanged'> {
  readonly directorate: DirectorateShown;
}

const unusable = (part: string, message: string): CouncilNameUnusable => ({
  __typename: 'CouncilNameUnusable',
  code: 'COUNCIL_NAME_UNUSABLE',
  ...{ message, part },
});

/** Null for an id and a name that can be kept. */
export function councilNameUnusable({
  id,
  name,
}: {
  readonly id: string;
  readonly name: string;
}): CouncilNameUnusable | null {
  if (!ID.test(id) || id.length > MOST_ID)
    return unusable('id', `An id has small letters, digits and single hyphens, up to ${MOST_ID} of them.`);
  const length = name.trim().length;
  if (length > 0 && length <= MOST_NAME) return null;
  return unusable('name', `Write a name of 1 to ${MOST_NAME} characters.`);
}

const changed = (what: string): string =>
  `Somebody else changed the ${what} meanwhile, or its id is taken. Look at how it stands by now, and change that.`;

export const serviceChanged = (service: ServiceShown): ServiceChanged => ({
  __typename: 'ServiceChanged',
  code: 'SERVICE_CHANGED',
  message: changed('service'),
  service,
});

export const directorateChanged = (directorate: DirectorateShown): DirectorateChanged => ({
  __typename: 'DirectorateChanged',
  code: 'DIRECTORATE_CHANGED',
  message: changed('directorate'),
  directorate,
});

export const nameTaken = (name: string, whose: string): Refused<'NameTaken'> => ({
  __typename: 'NameTaken',
  code: 'NAME_TAKEN',
  message: `“${name.trim()}” is a name of ${whose}, now or before. Records and figures could not tell the two apart: take another.`,
});

export const unknownDirectorate = (id: string): Refused<'UnknownDirectorate'> => ({
  __typename: 'UnknownDirectorate',
  code: 'UNKNOWN_DIRECTORATE',
  message: `There is no directorate with the id “${id}”. Take one that \`directorates\` lists.`,
});
