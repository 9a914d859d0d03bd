import { groupBy } from '../../platform/tables/group-by';
import { furtherComplaintId } from '../stages/ids';

/** A stage, and the group of stages that are one complaint with it. */
export interface StageInGroup {
  readonly group: string;
  /** The complaint that holds it so far; null for one just recorded. */
  readonly heldBy: string | null;
  /** The id of a complaint that would begin with it. */
  readonly own: string;
}

/**
 * Gives each group the id of its complaint: one that its stages have, the earliest stage's first; else a new one. Of
 * several groups that have one id, that with the earliest stage keeps it. `stages` are in order.
 */
export function assignComplaintIds(stages: readonly StageInGroup[]): ReadonlyMap<string, string> {
  const keeps = new Map<string, string>();
  for (const { heldBy, group } of stages) {
    if (heldBy !== null && !keeps.has(heldBy)) keeps.set(heldBy, group);
  }
  const groups = [...groupBy(stages, ({ group }) => group)];
  const names = new Map<string, string>();
  for (const [group, members] of groups) {
    const kept = heldIn(members).find((id) => keeps.get(id) === group);
    if (kept !== undefined) names.set(group, kept);
  }
  const taken = new Set(names.values());
  for (const [group, members] of groups) {
    if (names.has(group)) continue;
    const left = heldIn(members).find((id) => !taken.has(id));
    const id = left ?? firstUnheld(members, (made) => !taken.has(made) && !keeps.has(made));
    names.set(group, id);
    taken.add(id);
  }
  return names;
}

const heldIn = (group: readonly StageInGroup[]): string[] => group.flatMap(({ heldBy }) => heldBy ?? []);

/** The first id that nobody holds: of the stages' own, else one made of them. */
function firstUnheld(group: readonly StageInGroup[], unheld: (id: string) => boolean): string {
  const ids = group.map(({ own }) => own);
  const own = ids.find(unheld);
  if (own !== undefined) return own;
  let made = furtherComplaintId(ids[0] ?? '');
  while (!unheld(made)) made = furtherComplaintId(made);
  return made;
}
