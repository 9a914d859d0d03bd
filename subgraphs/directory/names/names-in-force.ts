import { foldWord } from '../../../domain/words/fold-word';
import { withDecided } from '../words/decisions';
import type { NameDecision } from './decisions';
import type { ServiceName } from './reference-data';

interface DirectorateName {
  readonly id: string;
  readonly name: string;
}

/** A service as its event publishes it. */
export interface ServiceInForce extends ServiceName {
  readonly directorate: string;
}

/** The names that came with the product, with what people decided since; and the words that they gave to services. */
export interface KnownNames {
  readonly directorates: readonly DirectorateName[];
  readonly services: readonly ServiceName[];
  readonly decisions: readonly NameDecision[];
  /** By `service/ID`. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** The directorates under their present names. */
export function directoratesInForce({ directorates, decisions }: KnownNames): DirectorateName[] {
  const byId = new Map(directorates.map((directorate) => [directorate.id, directorate]));
  for (const { kind, id, name } of decisions) if (kind === 'directorate') byId.set(id, { id, name });
  return [...byId.values()];
}

/** The services under their present names and in their present directorates. A name that one had stays one of its names. */
export function servicesInForce(known: KnownNames): ServiceInForce[] {
  const byId = new Map(known.services.map((service) => [service.id, service]));
  for (const decision of known.decisions)
    if (decision.kind === 'service') byId.set(decision.id, decided(byId.get(decision.id), decision));
  const directorateName = new Map(directoratesInForce(known).map(({ id, name }) => [id, name]));
  return [...byId.values()].map((service) => ({
    ...service,
    formerNames: withDecided(service.formerNames, known.words.get(`service/${service.id}`) ?? []).filter(
      (name) => name !== service.name,
    ),
    directorate: directorateName.get(service.directorateId) ?? service.directorateId,
  }));
}

function decided(
  before: ServiceName | undefined,
  { id, name, directorate_id, ended_on }: NameDecision,
): ServiceName {
  const had = before === undefined ? [] : [...before.formerNames, before.name];
  const seen = new Set([foldWord(name)]);
  const formerNames = had.filter((each) => !seen.has(foldWord(each)) && seen.add(foldWord(each)));
  const ended = ended_on === null ? {} : { endedOn: ended_on };
  return { id, name, formerNames, directorateId: directorate_id ?? before?.directorateId ?? '', ...ended };
}
