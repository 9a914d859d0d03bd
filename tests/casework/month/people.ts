import { demonstrationPeople } from '../../../demo/people';
import type { SignedIn } from '../../../platform/identity/identity';
import { CORA, managerOf, OLU } from '../../graph/journeys/people';
import type { Stream } from './ledger';

function manager(subject: string): SignedIn {
  const found = demonstrationPeople.find((person) => person.subject === subject && person.role === 'manager');
  if (found === undefined) throw new Error(`The demonstration has no manager ${subject}`);
  return found;
}

export const HANA = manager('hana');
export const MARK = manager('mark');
export const AMIR = manager('amir');
export const BEA = manager('bea');
export const JOE = manager('joe');
/** Stands in for Hana. */
export const IVO: SignedIn = { ...managerOf('ivo', 'highways'), services: HANA.services };
/** Comes after Joe. */
export const KIT = managerOf('kit', 'schools');

export const OFFICERS = [OLU, CORA];
export const MANAGERS = [HANA, MARK, AMIR, BEA, JOE, IVO, KIT];

export const CLEARED: Readonly<Record<string, readonly Stream[]>> = {
  olu: ['corporate', 'adults', 'childrens', 'schools'],
  cora: ['corporate', 'schools'],
};

/** The manager of a service, by whom the team knows it: the product is told by the sign-in alone. */
export function managerFor(serviceId: string, isAway: (subject: string) => boolean): SignedIn {
  const found = MANAGERS.find(({ subject, services }) => services.includes(serviceId) && !isAway(subject));
  if (found === undefined) throw new Error(`Nobody manages ${serviceId}`);
  return found;
}
