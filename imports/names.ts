import { foldWord } from './cells/words';

/** What the importers ask the directory: who or what is meant by a name as an inherited system wrote it. */
export interface Names {
  /** The id of the service with this present or former name; null where none has it. */
  serviceIdOf(written: string): string | null;
  /** The id of the directorate with this name; null where none has it. */
  directorateIdOf(written: string): string | null;
  /** The channel's own name, whichever of its names was written; null where none has it. */
  channelOf(written: string): string | null;
}

/** The directory's present state, as its events `service-named`, `directorate-named` and `channel-named` tell it. */
export interface NamesInForce {
  readonly services: readonly {
    readonly id: string;
    readonly name: string;
    readonly formerNames: readonly string[];
  }[];
  readonly directorates: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly { readonly name: string; readonly otherNames: readonly string[] }[];
}

/**
 * Look-ups over the directory's names: case and spaces (around and repeated) do not matter.
 * A present name wins over the same words as a former name of another.
 */
export function namesOf({ services, directorates, channels }: NamesInForce): Names {
  return {
    serviceIdOf: lookUp(
      services.map(({ id, name, formerNames }) => ({ means: id, name, others: formerNames })),
    ),
    directorateIdOf: lookUp(directorates.map(({ id, name }) => ({ means: id, name, others: [] }))),
    channelOf: lookUp(channels.map(({ name, otherNames }) => ({ means: name, name, others: otherNames }))),
  };
}

interface Named {
  readonly means: string;
  readonly name: string;
  readonly others: readonly string[];
}

function lookUp(all: readonly Named[]): (written: string) => string | null {
  const meaning = new Map<string, string>();
  for (const { means, others } of all) for (const other of others) meaning.set(foldWord(other), means);
  for (const { means, name } of all) meaning.set(foldWord(name), means);
  return (written) => meaning.get(foldWord(written)) ?? null;
}
