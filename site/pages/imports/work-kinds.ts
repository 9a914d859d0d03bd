import { StartRebuildDocument, StartSearchDocument } from '../../operations/__generated__/operations';

/** Long work that is about all that is held, and what is asked to begin it. */
export const WORK = [
  {
    ...({ kind: 'SEARCH', action: '/imports/search', operation: StartSearchDocument } as const),
    button: 'Search for likely duplicates',
    says: 'Compares what imports have changed with all that is held. It begins by itself after an import, unless somebody cancelled it.',
  },
  {
    ...({ kind: 'REBUILD', action: '/imports/rebuild', operation: StartRebuildDocument } as const),
    button: 'Build the figures anew',
    says: 'Works out all figures again from what was recorded. Needed only where a figure is doubted; pages show the old figures until it is done.',
  },
] as const;
