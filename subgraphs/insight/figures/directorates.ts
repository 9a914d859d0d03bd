import { badInput, excerpt } from '../../../counting/bad-input';
import { NOT_RECORDED } from '../../../counting/dimensions';
import { type KnownService, key } from './services';

/** A directorate by its present name. */
export interface KnownDirectorate {
  readonly id: string;
  readonly name: string;
}

/**
 * The directorates that a filter keeps to. What is about a service is its service's directorate's; only where no known
 * service is written does the written directorate count.
 */
export interface DirectorateChoice {
  /** As a cursor knows them. */
  readonly names: readonly string[];
  readonly ids: readonly string[];
  readonly serviceIds: readonly string[];
  readonly notRecorded: boolean;
  readonly knownServices: readonly string[];
  readonly known: readonly string[];
}

/** The directorates that names stand for, in any case. Throws BAD_USER_INPUT for the name of none. */
export function chooseDirectorates(
  names: readonly string[] | null,
  {
    services,
    directorates,
  }: { readonly services: readonly KnownService[]; readonly directorates: readonly KnownDirectorate[] },
): DirectorateChoice | null {
  if (names === null) return null;
  const wanted = new Set(names.map(key));
  const nameOf = ({ directorateId, directorate }: KnownService) =>
    directorates.find(({ id }) => id === directorateId)?.name ?? directorate;
  const given = new Set(
    [NOT_RECORDED, ...directorates.map(({ name }) => name), ...services.map(nameOf)].map(key),
  );
  const unknown = names.find((name) => !given.has(key(name)));
  if (unknown !== undefined)
    throw badInput(
      'where.directorates',
      `holds ${excerpt(unknown)}, which is the name of no directorate: use its present name, or "${NOT_RECORDED}".`,
    );
  return {
    names: [...wanted].sort(),
    ids: directorates.filter(({ name }) => wanted.has(key(name))).map(({ id }) => id),
    serviceIds: services.filter((service) => wanted.has(key(nameOf(service)))).map(({ id }) => id),
    notRecorded: wanted.has(key(NOT_RECORDED)),
    knownServices: services.map(({ id }) => id),
    known: directorates.map(({ id }) => id),
  };
}
