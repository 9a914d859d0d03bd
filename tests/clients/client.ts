import type { Compared, Expected } from './tables';

/** What a client is given: files of every format in a folder, and a login. */
export interface Place {
  readonly folder: string;
  readonly address: string;
  readonly tables: readonly Expected[];
}

/** One thing that a client did: what it read, and how that was. */
export interface Told {
  readonly what: string;
  readonly compared: Compared;
}

/** A client as people use it, in a process of its own. */
export interface Client {
  readonly name: string;
  /** Makes it ready; gives a sentence where it cannot be had here. */
  prepare(place: Place): Promise<{ readonly version: string } | { readonly lacking: string }>;
  /** Reads all that it can; what it cannot read is told as a sentence. */
  read(place: Place): Promise<readonly (Told | string)[]>;
}
