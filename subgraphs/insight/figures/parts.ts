import { badInput, excerpt } from '../../../counting/bad-input';
import { checkList } from '../../../counting/period';
import { chooseDirectorates, type DirectorateChoice, type KnownDirectorate } from './directorates';
import { chooseServices, type KnownService, type ServiceChoice } from './services';

/** What figures and lists alike may be narrowed to, as it comes. A part that is null does not narrow. */
export interface PartsFilter {
  readonly streams?: readonly string[] | null | undefined;
  readonly stages?: readonly number[] | null | undefined;
  readonly services?: readonly string[] | null | undefined;
  readonly directorates?: readonly string[] | null | undefined;
  readonly themes?: readonly string[] | null | undefined;
  readonly channels?: readonly string[] | null | undefined;
  readonly outcomes?: readonly string[] | null | undefined;
  readonly routes?: readonly string[] | null | undefined;
}

/** Those parts, checked. A part that is null, or left out, does not narrow. */
export interface CheckedParts {
  readonly streams: readonly string[] | null;
  readonly services: ServiceChoice | null;
  readonly stages?: readonly number[] | null;
  readonly directorates?: DirectorateChoice;
  readonly themes?: readonly string[];
  readonly channels?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly routes?: readonly string[];
}

/** The names and numbers that a filter may hold. */
export interface KnownParts {
  readonly services: readonly KnownService[];
  readonly directorates: readonly KnownDirectorate[];
  /** The highest stage of any stream; null while no stream has described itself. */
  readonly lastStage: number | null;
}

/**
 * Checks the parts of a filter, the argument `where`. Throws BAD_USER_INPUT that names the part, with how to write it, for
 * an empty list and for what is the name of nothing.
 */
export function checkParts(where: PartsFilter | null | undefined, known: KnownParts): CheckedParts {
  const stages = checkStages(where?.stages, known.lastStage);
  const directorates = chooseDirectorates(checkList('where.directorates', where?.directorates), known);
  const themes = checkList('where.themes', where?.themes);
  const channels = checkList('where.channels', where?.channels);
  const outcomes = checkList('where.outcomes', where?.outcomes);
  const routes = checkList('where.routes', where?.routes);
  return {
    streams: checkList('where.streams', where?.streams),
    services: chooseServices(checkList('where.services', where?.services), known.services),
    ...(stages && { stages }),
    ...(directorates && { directorates }),
    ...(themes && { themes }),
    ...(channels && { channels }),
    ...(outcomes && { outcomes }),
    ...(routes && { routes }),
  };
}

/** A choice of services as a cursor knows it: a name that is given later must not make an old cursor another question's. */
export const servicesAsked = ({
  services,
}: CheckedParts): Pick<ServiceChoice, 'ids' | 'notRecorded'> | null =>
  services && { ids: services.ids, notRecorded: services.notRecorded };

/**
 * The parts that may be left out, as a cursor knows them: none of them where they were not asked for, so that cursors
 * from before there were any stay good.
 */
export function furtherParts({ directorates, ...parts }: CheckedParts): object {
  const { streams: _, services: __, ...further } = parts;
  return { ...further, ...(directorates && { directorates: directorates.names }) };
}

function checkStages(
  stages: readonly number[] | null | undefined,
  lastStage: number | null,
): readonly number[] | null {
  const asked = checkList('where.stages', stages);
  const wrong = asked?.find((stage) => stage < 1 || (lastStage !== null && stage > lastStage));
  if (wrong === undefined) return asked;
  throw badInput(
    'where.stages',
    `holds ${excerpt(String(wrong))}: stages are numbered from 1${lastStage === null ? '' : ` to ${lastStage}`}.`,
  );
}
