import { demonstrationPerson } from '../../../demo/people';
import type { SignedIn } from '../../../platform/identity/identity';

/** A manager of one service, made up. */
export const managerOf = (subject: string, service: string): SignedIn => ({
  ...{ subject, role: 'manager', streams: [], services: [service], partner: null },
});

function demonstrated(role: string, subject: string): SignedIn {
  const person = demonstrationPerson({ role, subject });
  if (person === null) throw new Error(`The demonstration has no ${role} of that name`);
  return person;
}

/** Of the central team, cleared for every stream. */
export const OLU = demonstrated('officer', 'olu');
/** Of the central team, cleared for corporate complaints and schools. */
export const CORA = demonstrated('officer', 'cora');
/** Of the central team, cleared for adults' complaints alone. */
export const ANWEN: SignedIn = { ...OLU, subject: 'anwen', streams: ['adults'] };
/** Who reads figures. */
export const ANA = demonstrated('analyst', 'ana');
/** A manager of services that none of these complaints is about. */
export const STRANGER = managerOf('stella', 'registrars');
