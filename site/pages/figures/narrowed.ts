import { type Filter, type FilterPart, PART_NAMES } from '../../filters/parts';

/** What figures are of: stages, stages that are open, ombudsmen's cases, or telephone calls. */
export type FigureKind = 'stages' | 'open' | 'cases' | 'calls';

/** What figures of a kind cannot be narrowed by, and why. */
const CANNOT: Readonly<Record<FigureKind, { readonly parts: readonly FilterPart[]; readonly why: string }>> =
  {
    open: { parts: [], why: '' },
    stages: { parts: ['ageBands'], why: 'only what is open has an age' },
    cases: {
      parts: ['stages', 'channels', 'outcomes', 'routes', 'ageBands'],
      why: 'an ombudsman’s case has none',
    },
    calls: {
      parts: [
        ...(['streams', 'stages', 'directorates', 'services', 'themes'] as const),
        ...(['channels', 'outcomes', 'routes', 'ageBands'] as const),
      ],
      why: 'calls are counted apart from complaints',
    },
  };

/** A filter without what figures of this kind have not: else they would all be 0, or refused. */
export function narrowedTo<Narrowed extends Filter>(kind: FigureKind, filter: Narrowed): Narrowed {
  const narrowed = { ...filter };
  for (const part of CANNOT[kind].parts) delete narrowed[part];
  return narrowed;
}

/** By which parts of the page's filter these figures are not narrowed, and why; null where they are by all. */
export function notNarrowedWords(kind: FigureKind, filter: Filter): string | null {
  const { parts, why } = CANNOT[kind];
  const left = parts.filter((part) => filter[part] !== undefined).map((part) => PART_NAMES[part]);
  return left.length === 0 ? null : `Not narrowed by ${listed(left)}: ${why}.`;
}

/** "stage", "stage and finding", "stream, stage and finding". */
function listed(names: readonly string[]): string {
  const words = names.map((name) => name.toLowerCase());
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
