import type { NamesInForce } from '../../contracts/names-in-force';
import type { Day } from '../../domain/calendar/day';
import { type Closure, type Lookup, mappedWords, meaningOn } from '../../domain/words/mapped-words';
import { foldWord } from '../cells/text';

/** What the importers ask the directory: who or what is meant by a name as an inherited system wrote it. */
export interface Names {
  /**
   * The id of the service with this present or former name; null where none has it. A word that people gave a meaning
   * has it from a day on: give the day on which the record was received.
   */
  serviceIdOf(written: string, receivedOn?: Day): string | null;
  /** The id of the directorate with this name; null where none has it. */
  directorateIdOf(written: string): string | null;
  /** The channel's own name, whichever of its names was written; null where none has it. */
  channelOf(written: string, receivedOn?: Day): string | null;
  /** Whether people decided what a name means, of a service or of a channel: the stream gives it that meaning, and not its importer. */
  isDecided(kind: 'service' | 'channel', written: string): boolean;
  /** How a stage ended that a system closed with a code to which people gave a meaning; null where they did not. */
  closureOf(closed: {
    readonly source: string;
    readonly written: string;
    readonly receivedOn: Day;
  }): Closure | null;
}

/**
 * Look-ups over the directory's names: case and spaces (around and repeated) do not matter.
 * A present name wins over the same words as a former name of another.
 */
export function namesOf({ services, directorates, channels, mapped = [] }: NamesInForce): Names {
  const words = mappedWords(mapped);
  return {
    serviceIdOf: decidedFirst(
      words.service,
      lookUp(services.map(({ id, name, formerNames }) => ({ means: id, name, others: formerNames }))),
    ),
    directorateIdOf: lookUp(directorates.map(({ id, name }) => ({ means: id, name, others: [] }))),
    channelOf: decidedFirst(
      words.channel,
      lookUp(channels.map(({ name, otherNames }) => ({ means: name, name, others: otherNames }))),
    ),
    isDecided: (kind, written) => words[kind](written).kind === 'decided',
    closureOf: ({ receivedOn, ...code }) => meaningOn(words.closure(code), receivedOn),
  };
}

/** Words that people decided on are among the names too, but without their day: the decision is asked first. */
function decidedFirst(
  decided: (written: string) => Lookup<string>,
  named: (written: string) => string | null,
): (written: string, receivedOn?: Day) => string | null {
  return (written, receivedOn) => {
    const looked = decided(written);
    if (looked.kind === 'undecided') return named(written);
    return receivedOn === undefined ? looked.means : meaningOn(looked, receivedOn);
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
