import type { OmbudsmanBody } from '../../casework/events';
import { wordTable } from '../cells/words';

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

const CHILDRENS: Whose = { stream: 'CHILDRENS', partner: null };

/** The streams as the register names them, and the partner whose cases it holds too. */
export const STREAMS = wordTable<Whose>([
  ['Corporate', { stream: 'CORPORATE', partner: null }],
  ['Adults', { stream: 'ADULTS', partner: null }],
  ["Children's", CHILDRENS],
  ['Children’s', CHILDRENS],
  ['Childrens', CHILDRENS],
  ['Schools', { stream: 'SCHOOLS', partner: null }],
  ['Stockport Homes', { stream: null, partner: 'stockport-homes' }],
]);

/** Who puts a row right: whoever is cleared for its stream; nobody but an admin, where it has none. */
export const ownerOf = ({ stream }: Pick<Whose, 'stream'>): string | null => stream?.toLowerCase() ?? null;
