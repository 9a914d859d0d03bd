import type { Refused } from '../../../platform/server/refusal';
import type { WorkshopRow } from '../tables';
import { shown, type WorkshopShown } from './workshops';

const MOST_NAME = 100;

export interface WorkshopChanged extends Refused<'WorkshopChanged'> {
  readonly workshop: WorkshopShown;
}

export const workshopChanged = (standing: WorkshopRow): WorkshopChanged => ({
  __typename: 'WorkshopChanged',
  code: 'WORKSHOP_CHANGED',
  message: 'Somebody else changed the workshop meanwhile. Look at what is planned by now, and change that.',
  workshop: shown(standing),
});

export const workshopNotFound = (): Refused<'WorkshopNotFound'> => ({
  __typename: 'WorkshopNotFound',
  code: 'WORKSHOP_NOT_FOUND',
  message: 'There is no such workshop. `workshops` lists them.',
});

export const workshopOver = ({ cancelled_because: why }: WorkshopRow): Refused<'WorkshopOver'> => ({
  __typename: 'WorkshopOver',
  code: 'WORKSHOP_OVER',
  message: why === null ? 'The workshop has begun.' : `The workshop was called off: ${why}`,
});

export const workshopNotBegun = (): Refused<'WorkshopNotBegun'> => ({
  __typename: 'WorkshopNotBegun',
  code: 'WORKSHOP_NOT_BEGUN',
  message: 'Who came is recorded once the workshop has begun.',
});

export const placeNotFound = (place: number): Refused<'PlaceNotFound'> => ({
  __typename: 'PlaceNotFound',
  code: 'PLACE_NOT_FOUND',
  message: `Place ${place} was given up, was never booked, or is named twice. \`bookings\` lists those there are.`,
});

/** Null for a name that can be kept. */
export function nameUnusable(name: string): Refused<'NameUnusable'> | null {
  const length = name.trim().length;
  if (length > 0 && length <= MOST_NAME) return null;
  return {
    __typename: 'NameUnusable',
    code: 'NAME_UNUSABLE',
    message: `Write your name in 1 to ${MOST_NAME} characters.`,
  };
}
