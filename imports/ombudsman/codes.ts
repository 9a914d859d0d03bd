import type { OmbudsmanBody } from '../../contracts/ombudsman-body';
import { blank, foldWord, wordTable } from '../cells/text';
import { type ListedColumns, meaningIn } from '../kit/compare-rows';

/** How the ombudsmen are typed. LGO was the LGSCO's name until 2017. */
export const BODIES = wordTable<OmbudsmanBody>([
  ['LGSCO', 'LGSCO'],
  ['LGO', 'LGSCO'],
  ['HO', 'HOUSING'],
  ['Housing Ombudsman', 'HOUSING'],
]);

/** Whose complaint a case was about: one of the council's streams, or a partner's own. */
export interface Whose {
  /** The stream's name in the schema's enum. */
  readonly stream: string | null;
  readonly partner: string | null;
}

export const NOBODY: Whose = { stream: null, partner: null };

/** The partners whose cases the register holds too. */
const PARTNERS: ReadonlyMap<string, string> = new Map([['stockport homes', 'stockport-homes']]);

/** Other names that the register has for a stream. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["children's", 'childrens'],
  ['children’s', 'childrens'],
]);

/** Whose case it is, by the name that the register has for it, in any case: a stream's or a partner's. */
export function whoseIs(written: string, streams: readonly string[]): Whose | 'blank' | 'unknown' {
  if (blank(written)) return 'blank';
  const name = foldWord(written);
  const partner = PARTNERS.get(name);
  if (partner !== undefined) return { stream: null, partner };
  const stream = streams.find((each) => each === (OTHER_NAMES.get(name) ?? name));
  return stream === undefined ? 'unknown' : { stream: stream.toUpperCase(), partner: null };
}

/** Who puts a row right: whoever is cleared for its stream; nobody but an admin, where it has none. */
export const ownerOf = ({ stream }: Pick<Whose, 'stream'>): string | null => stream?.toLowerCase() ?? null;

/** The columns that hold words of a list. */
export const LISTED: ListedColumns = { Ombudsman: meaningIn(BODIES), Stream: () => null };
