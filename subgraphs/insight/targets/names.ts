import type { KnownParts } from '../figures/parts';
import { type KnownService, key } from '../figures/services';

/** A directorate's present name by its id; its id where nobody has named it. */
export const directorateNamed = (id: string, { directorates, services }: KnownParts): string =>
  directorates.find((directorate) => directorate.id === id)?.name ??
  services.find(({ directorateId }) => directorateId === id)?.directorate ??
  id;

/** The id of the directorate that a name stands for, in any case; null for the name of none. */
export function directorateIdOf(name: string, known: KnownParts): string | null {
  const ids = [
    ...known.directorates.map(({ id }) => id),
    ...known.services.map((each) => each.directorateId),
  ];
  return ids.find((id) => key(directorateNamed(id, known)) === key(name)) ?? null;
}

/** The service that a name stands for, in any case: a present name goes before another's former one. Null for the name of none. */
export const serviceOf = (name: string, { services }: KnownParts): KnownService | null =>
  services.find((service) => key(service.name) === key(name)) ??
  services.find(({ formerNames }) => formerNames.some((former) => key(former) === key(name))) ??
  null;
