import { groupBy } from './group-by';
import { furtherComplaintId } from './ids';

/** A stage, and the matter that it belongs to. */
export interface StageOfMatter {
  readonly matter: string;
  /** The complaint that holds it so far; null for one just recorded. */
  readonly heldBy: string | null;
  /** The id of a complaint that would begin with it. */
  readonly own: string;
}

/**
 * Gives each matter the id of its complaint: one that its stages have, the earliest stage's first; else a new one. Of
 * several matters that have one id, that with the earliest stage keeps it. `stages` are in order.
 */
export function nameMatters(stages: readonly StageOfMatter[]): ReadonlyMap<string, string> {
  const keeps = new Map<string, string>();
  for (const { heldBy, matter } of stages) {
    if (heldBy !== null && !keeps.has(heldBy)) keeps.set(heldBy, matter);
  }
  const groups = [...groupBy(stages, ({ matter }) => matter)];
  const names = new Map<string, string>();
  for (const [matter, group] of groups) {
    const kept = heldIn(group).find((id) => keeps.get(id) === matter);
    if (kept !== undefined) names.set(matter, kept);
  }
  const taken = new Set(names.values());
  for (const [matter, group] of groups) {
    if (names.has(matter)) continue;
    const left = heldIn(group).find((id) => !taken.has(id));
    const id = left ?? firstUnheld(group, (made) => !taken.has(made) && !keeps.has(made));
    names.set(matter, id);
    taken.add(id);
  }
  return names;
}

const heldIn = (group: readonly StageOfMatter[]): string[] => group.flatMap(({ heldBy }) => heldBy ?? []);

/** The first id that nobody holds: of the stages' own, else one made of them. */
function firstUnheld(group: readonly StageOfMatter[], unheld: (id: string) => boolean): string {
  const ids = group.map(({ own }) => own);
  const own = ids.find(unheld);
  if (own !== undefined) return own;
  let made = furtherComplaintId(ids[0] ?? '');
  while (!unheld(made)) made = furtherComplaintId(made);
  return made;
}
