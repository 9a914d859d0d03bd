import { groupBy } from '../../platform/tables/group-by';
import { inOrder } from '../stages/complaint-state';
import type { StageRow } from '../tables/case-tables';
import { assignComplaintIds } from './assign-complaint-ids';

/** A stage with the complaint that holds it so far; null for one just recorded. */
export type PlacedStage = Omit<StageRow, 'complaint_id'> & { complaint_id: string | null };

export interface Joined {
  /** Every stage with the complaint that holds it now. */
  readonly stages: StageRow[];
  /** Ids of the stages whose parent is named but not found. */
  readonly orphans: ReadonlySet<string>;
  /** Ids of the stages that are dated before their parent. */
  readonly early: ReadonlySet<string>;
  /** Ids of complaints that lost all their stages to another. */
  readonly dissolved: readonly string[];
}

/**
 * Joins stages to complaints: those that one record of a case system holds, and those that parents lead to. A parent
 * is the stage of the same case system with that key and the number before; of several the one whose own key in that
 * system comes first, in whatever order they came. A complaint keeps its id whatever joins it later: of two that turn
 * out to be one complaint, the one with the earlier stage goes on, and a stage 1 that comes late joins the complaint that
 * waited for it. Where one comes apart, its id stays with the earliest of its stages.
 * `stages` are all stages of all complaints concerned, `idFor` makes the id of a complaint that begins with a stage.
 */
export function joinStages(stages: readonly PlacedStage[], idFor: (stageId: string) => string): Joined {
  const byCase = groupBy(stages, (stage) => stage.case_key && `${stage.source}\n${stage.case_key}`);
  const byKey = groupBy(stages, (stage) => stage.own_key && keyOf(stage.source, stage.own_key, stage.number));
  const orphans = new Set<string>();
  const early = new Set<string>();
  const groups = new StageGroups();
  for (const [first, ...others] of byCase.values()) {
    for (const other of others) if (first) groups.join(first.id, other.id);
  }
  for (const stage of stages) {
    groups.add(stage.id);
    if (stage.parent_key === null || stage.number === 1) continue;
    const parent = parentOf(stage, byKey);
    if (parent === null) orphans.add(stage.id);
    else groups.join(parent.id, stage.id);
    if (parent !== null && stage.received_on < parent.received_on) early.add(stage.id);
  }
  const ordered = inOrder(stages);
  const names = assignComplaintIds(
    ordered.map((stage) => ({
      group: groups.of(stage.id),
      heldBy: stage.complaint_id,
      own: idFor(stage.id),
    })),
  );
  const held = new Set(stages.flatMap((stage) => stage.complaint_id ?? []));
  const taken = new Set(names.values());
  return {
    orphans,
    early,
    stages: ordered.map((stage) => ({ ...stage, complaint_id: names.get(groups.of(stage.id)) ?? '' })),
    dissolved: [...held].filter((id) => !taken.has(id)),
  };
}

/** Of several stages that a stage may have come from, the one whose own key comes first. */
function parentOf(
  stage: PlacedStage,
  byKey: ReadonlyMap<string, readonly PlacedStage[]>,
): PlacedStage | null {
  const key = keyOf(stage.source, stage.parent_key ?? '', stage.number - 1);
  const parents = byKey.get(key) ?? [];
  return parents.reduce<PlacedStage | null>((a, b) => (a && a.key <= b.key ? a : b), null);
}

const keyOf = (source: string, key: string, number: number): string => `${source}\n${key}\n${number}`;

/** Which stages are one complaint: sets that are joined two by two (a union-find). */
class StageGroups {
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
