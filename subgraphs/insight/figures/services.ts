import { badInput, excerpt } from '../../../counting/bad-input';
import { NOT_RECORDED } from '../../../counting/dimensions';

/** The services that a filter keeps to. `known` are all that have a name: what is none of them is not recorded. */
export interface ServiceChoice {
  readonly ids: readonly string[];
  readonly notRecorded: boolean;
  readonly known: readonly string[];
}

/** A service by its names. */
export interface KnownService {
  readonly id: string;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly directorateId: string;
  /** Its directorate's name as it came with the service: the directorate's own name goes before it. */
  readonly directorate: string;
}

/** The services that names stand for, in any case. A present name goes before another service's former one. */
export function chooseServices(
  names: readonly string[] | null,
  services: readonly KnownService[],
): ServiceChoice | null {
  if (names === null) return null;
  const wanted = names.map((name) => ({ name, key: key(name) }));
  const ids = wanted
    .filter((want) => want.key !== key(NOT_RECORDED))
    .flatMap((want) => {
      const found = idsOf(want.key, services);
      if (found.length > 0) return found;
      throw badInput(
        'where.services',
        `holds ${excerpt(want.name)}, which is the name of no service: use its present name, a former one, or "${NOT_RECORDED}".`,
      );
    });
  return {
    ids: [...new Set(ids)].sort(),
    notRecorded: wanted.some((want) => want.key === key(NOT_RECORDED)),
    known: services.map(({ id }) => id),
  };
}

function idsOf(wanted: string, services: readonly KnownService[]): readonly string[] {
  const present = services.filter(({ name }) => key(name) === wanted);
  const found =
    present.length > 0
      ? present
      : services.filter(({ formerNames }) => formerNames.some((name) => key(name) === wanted));
  return found.map(({ id }) => id);
}

/** A name as names are compared: in any case, without spaces round it. */
export const key = (name: string): string => name.trim().toLowerCase();
