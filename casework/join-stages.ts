import { inOrder } from './derived';
import { groupBy } from './group-by';
import { furtherComplaintId } from './ids';
import type { StageRow } from './tables';

/** A stage with the complaint that holds it so far; null for one just recorded. */
export type PlacedStage = Omit<StageRow, 'complaint_id'> & { complaint_id: string | null };

export interface Joined {
  /** Every stage with the complaint that holds it now. */
  readonly stages: StageRow[];
  /** Ids of the stages whose parent is named but not found. */
  readonly orphans: ReadonlySet<string>;
  /** Ids of complaints that lost all their stages to another. */
  readonly dissolved: readonly string[];
}

/**
 * Joins stages to complaints: those that one record of a case system holds, and those that parents lead to. A parent
 * is the stage of the same case system with that key and the number before. A complaint keeps its id whatever joins it later: of two that turn out to be one matter, the one
 * with the earlier stage goes on, and a stage 1 that comes late joins the complaint that waited for it.
 * `stages` are all stages of all complaints concerned, `idFor` makes the id of a complaint that begins with a stage.
 */
export function joinStages(stages: readonly PlacedStage[], idFor: (stageId: string) => string): Joined {
  const byCase = groupBy(stages, (stage) => stage.case_key && `${stage.source}\n${stage.case_key}`);
  const byKey = groupBy(stages, (stage) => stage.own_key && keyOf(stage.source, stage.own_key, stage.number));
  const orphans = new Set<string>();
  const matters = new Matters();
  for (const [first, ...others] of byCase.values()) {
    for (const other of others) if (first) matters.join(first.id, other.id);
  }
  for (const stage of stages) {
    matters.add(stage.id);
    if (stage.parent_key === null || stage.number === 1) continue;
    const parents = byKey.get(keyOf(stage.source, stage.parent_key, stage.number - 1));
    const parent = parents?.[0];
    if (parent) matters.join(parent.id, stage.id);
    else orphans.add(stage.id);
  }
  return { orphans, ...nameMatters(stages, matters, idFor) };
}

const keyOf = (source: string, key: string, number: number): string => `${source}\n${key}\n${number}`;

/** Gives each matter its complaint's id: one that its stages had, the earliest stage's first; else a new one. */
function nameMatters(
  stages: readonly PlacedStage[],
  matters: Matters,
  idFor: (stageId: string) => string,
): Pick<Joined, 'stages' | 'dissolved'> {
  const had = new Set(stages.flatMap((stage) => stage.complaint_id ?? []));
  const groups = [...groupBy(inOrder(stages), (stage) => matters.of(stage.id)).values()];
  const taken = new Set<string>();
  const named: StageRow[] = [];
  for (const group of groups) {
    const held = group.flatMap((stage) => stage.complaint_id ?? []);
    const free = (id: string) => !taken.has(id);
    const unheld = (id: string) => free(id) && !had.has(id);
    const id =
      held.find(free) ??
      firstUnheld(
        group.map((stage) => idFor(stage.id)),
        unheld,
      );
    taken.add(id);
    for (const stage of group) named.push({ ...stage, complaint_id: id });
  }
  return { stages: named, dissolved: [...had].filter((id) => !taken.has(id)) };
}

/** The first id that nobody holds: of the stages' own, else one made of them. */
function firstUnheld(ids: readonly string[], unheld: (id: string) => boolean): string {
  const own = ids.find(unheld);
  if (own !== undefined) return own;
  let made = furtherComplaintId(ids[0] ?? '');
  while (!unheld(made)) made = furtherComplaintId(made);
  return made;
}

/** Which stages belong to one matter: sets that are joined two by two. */
class Matters {
  private readonly parents = new Map<string, string>();

  add(stage: string): void {
    if (!this.parents.has(stage)) this.parents.set(stage, stage);
  }

  of(stage: string): string {
    const parent = this.parents.get(stage) ?? stage;
    return parent === stage ? stage : this.of(parent);
  }

  join(a: string, b: string): void {
    this.add(a);
    this.add(b);
    this.parents.set(this.of(b), this.of(a));
  }
}
