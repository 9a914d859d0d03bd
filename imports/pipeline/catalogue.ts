import type { Catalogue } from '../../subgraphs/intake/subgraph';
import { FILE_REFUSALS } from '../refusal-codes';
import type { Hashed, Source } from '../source';

/** What intake can tell of the importers: the systems that there are, the faults of their rows, the refusals of files. */
export const catalogueOf = (sources: Readonly<Record<string, Source<Hashed>>>): Catalogue => ({
  sources: Object.values(sources).map(({ name, title, isWhole, closureCodes = [], faults, findings }) => ({
    name,
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    isWhole,
    closureCodes,
    faults: Object.entries({ ...faults, ...actionsOf(findings) }).map(([code, action]) => ({ code, action })),
  })),
  fileRefusals: Object.entries(FILE_REFUSALS).map(([code, meaning]) => ({ code, meaning })),
});

/** What a keeper finds may be what the importer finds of other rows: the code is one. */
const actionsOf = (findings: Source<Hashed>['findings']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(findings).map(([code, { action }]) => [code, action]));
