import { type Change, FIGURE_READERS, PARTNERS, RECORD_READERS } from './change';
import type { PublicState } from './public-state';

type RecordSets = PublicState['recordSets'];

/** What differs of the record sets that leave as files, by OData and by SQL. */
export function recordSetChanges(before: PublicState, after: PublicState): Change[] {
  const partnerScopes = before.roles.partner ?? [];
  const names = [...new Set([...Object.keys(before.recordSets), ...Object.keys(after.recordSets)])];
  return names.flatMap((name) => {
    const [was, is] = [before.recordSets[name], after.recordSets[name]];
    const concerns = [
      RECORD_READERS,
      ...(partnerScopes.includes((was ?? is)?.scope ?? '') ? [PARTNERS] : []),
    ];
    return differences(name, was, is).map((change) => ({ ...change, concerns }));
  });
}

type Difference = Omit<Change, 'concerns'>;

function differences(
  name: string,
  was: RecordSets[string] | undefined,
  is: RecordSets[string] | undefined,
): Difference[] {
  if (was === undefined) return [{ kind: 'safe', part: name, what: `Record set '${name}' was added.` }];
  if (is === undefined) return [{ kind: 'breaking', part: name, what: `Record set '${name}' was removed.` }];
  const sides = (['view', 'scope', 'filter'] as const)
    .filter((side) => was[side] !== is[side])
    .map(
      (side): Difference => ({
        ...{ kind: 'breaking', part: name },
        what: `Record set '${name}' changed its ${side} from '${was[side]}' to '${is[side]}'.`,
      }),
    );
  return [...sides, ...columnDifferences(name, was.columns, is.columns)];
}

type Columns = Readonly<Record<string, string>>;

const columnDifferences = (set: string, was: Columns, is: Columns): Difference[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name): Difference[] => {
    const part = `${set}.${name}`;
    const [before, after] = [was[name], is[name]];
    if (before === after) return [];
    if (before === undefined) return [{ kind: 'safe', part, what: `Column '${part}' was added.` }];
    if (after === undefined) return [{ kind: 'breaking', part, what: `Column '${part}' was removed.` }];
    return [
      { kind: 'breaking', part, what: `Column '${part}' changed its type from '${before}' to '${after}'.` },
    ];
  });

/** Measures that mean something else than before; that they come and go, the graph's schema tells. */
export const measureChanges = (before: PublicState, after: PublicState): Change[] =>
  Object.entries(before.measures).flatMap(([name, was]): Change[] => {
    const is = after.measures[name];
    if (is === undefined || is.says === was.says) return [];
    const says =
      is.version > was.version
        ? `is defined anew, in version ${is.version}`
        : `says something else in the same version ${was.version}: where it counts something else, give it a new one`;
    const concerns = [FIGURE_READERS, PARTNERS];
    return [{ kind: 'dangerous', part: name, concerns, what: `Measure '${name}' ${says}.` }];
  });
