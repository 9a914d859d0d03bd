import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Identity } from '../../platform/identity/identity';
import { rolesWith } from '../../platform/identity/roles';
import { PARTNER_ROLE, SCOPES } from '../../platform/identity/scopes';
import type { FigureSet, RecordSet } from '../../platform/records/record-set';
import { groupBy } from '../../platform/tables/group-by';
import { keysOf } from '../../platform/tables/keys-of';
import type { Caller } from '../graph/caller';
import type { Graph } from '../graph/graph';
import { type Access, readAccess } from './access';
import { type ChangeList, PARTNERS } from './change-list';
import { type Entry, entry, SECTIONS } from './entry';
import { graphEntries } from './graph-entries';
import { askDefinitions, figureEntries } from './measure-entries';
import { recordSetEntries } from './record-set-entries';

/** All that somebody can look up. */
export interface Dictionary {
  readonly sections: typeof SECTIONS;
  /** In the order of the sections, then by name; what is part of something follows it. */
  readonly entries: readonly Entry[];
  readonly changes: ChangeList;
}

export interface DictionarySources {
  readonly graph: Pick<Graph, 'ask' | 'schemaOf'>;
  readonly supergraph: string;
  readonly sets: readonly RecordSet[];
  readonly figures: readonly FigureSet[];
  readonly changes: ChangeList;
}

/** Makes the dictionary of a caller, from the schema that they are told of and what the graph tells them of its measures. */
export function dictionaries({ graph, supergraph, sets, figures, changes }: DictionarySources) {
  const accessOf = readAccess(supergraph);
  const fileFilters = ['MeasureFilter', ...sets.flatMap(({ filter }) => filter ?? [])];
  /** A schema takes a while to read, and there are as many as contracts. */
  const read = new Map<string, { readonly schema: GraphQLSchema; readonly told: readonly Entry[] }>();
  const toldBy = (text: string) => {
    const schema = buildSchema(text, { assumeValidSDL: true });
    return { schema, told: graphEntries({ schema, accessOf, fileFilters }) };
  };
  return async (caller: Caller): Promise<Dictionary> => {
    const text = graph.schemaOf(caller);
    const { schema, told } = read.get(text) ?? toldBy(text);
    read.set(text, { schema, told });
    const definitions = await askDefinitions(graph, caller);
    const isPartner = caller.identity.role === PARTNER_ROLE;
    const scopes = isPartner ? caller.identity.scopes : null;
    const entries = [
      ...figureEntries({ schema, accessOf, definitions, figures }),
      ...recordSetEntries(sets, { schema, scopes }),
      ...told,
      ...scopeEntries(caller.identity),
    ];
    return {
      sections: SECTIONS,
      entries: sorted(entries).map((each) => (isPartner ? forPartner(each) : each)),
      changes: isPartner ? changesFor(changes) : changes,
    };
  };
}

/** What each scope opens; to a partner, those of its own. */
const scopeEntries = ({ role, scopes }: Pick<Identity, 'role' | 'scopes'>): Entry[] =>
  keysOf(SCOPES)
    .filter((name) => role !== PARTNER_ROLE || scopes.includes(name))
    .map((name) => {
      const access: Access = { scopes: [name], roles: rolesWith([[name]]) };
      return entry({ id: `scope:${name}`, section: 'scopes', name, says: `${SCOPES[name]}.`, ...access });
    });

/** Whoever is outside is told of themselves alone. */
const forPartner = (each: Entry): Entry => ({
  ...each,
  roles: each.roles.filter((role) => role === PARTNER_ROLE),
});

const changesFor = ({ since, changes }: ChangeList): ChangeList => ({
  since,
  changes: changes.filter(({ concerns }) => concerns.includes(PARTNERS)),
});

/** By section and name; columns keep the order of their record set, and values that of their list. */
function sorted(entries: readonly Entry[]): Entry[] {
  const parts = groupBy(entries, ({ within }) => within);
  return entries
    .filter(({ within }) => within === null)
    .sort((one, other) => placeOf(one) - placeOf(other) || (one.name < other.name ? -1 : 1))
    .flatMap((whole) => [whole, ...(parts.get(whole.id) ?? [])]);
}

const placeOf = ({ section }: Entry): number => SECTIONS.findIndex(({ name }) => name === section);
