import type { MappedWord } from '../domain/words/mapped-words';

/** Directory's names as its events last published them: intake keeps them, and importers look them up. */
export interface NamesInForce {
  readonly services: readonly {
    readonly id: string;
    readonly name: string;
    readonly formerNames: readonly string[];
  }[];
  readonly directorates: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly { readonly name: string; readonly otherNames: readonly string[] }[];
  /** What people decided that other words mean, and from when. */
  readonly mapped?: readonly MappedWord[];
}
