import { type Counts, type Held, hold } from './hold';
import { type PlainLine, type PlainStage, sortPlainly } from './sort-plainly';

/** What an extract comes to. */
export interface Recount {
  readonly counts: Counts;
  /** All stages that hold then, those of earlier extracts among them. */
  readonly stages: readonly PlainStage[];
  readonly held: Held<PlainStage>;
}

/** Counts an extract anew, over what held before it. Of copies the newer holds; of equally new ones, the later line. */
export function recount(text: string, today: string, before?: Held<PlainStage>): Recount {
  const rows = sortPlainly(text, today).filter(({ kind }) => kind !== 'noRow');
  const taken = rows.flatMap((row) =>
    row.kind === 'taken' ? [{ ...row, identity: row.stage.reference, record: row.stage }] : [],
  );
  const { held, counts } = hold(taken, before);
  const numberOf = (kind: PlainLine['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    counts: {
      read: rows.length,
      ...counts,
      leftOut: numberOf('leftOut'),
      quarantined: numberOf('quarantined'),
    },
    stages: [...held.values()].map(({ record }) => record),
    held,
  };
}

/** The last stage of each complaint that was closed or answered there: stages are joined by following their parents. */
export function closures(stages: readonly PlainStage[]): PlainStage[] {
  const digits = (reference: string) => reference.replace(/\D/g, '');
  const keyOf = (stream: string, stage: number, key: string) => `${stream}/${stage}/${key}`;
  const byKey = new Map(
    stages.map((stage) => [keyOf(stage.stream, stage.stage, digits(stage.reference)), stage]),
  );
  const rootOf = (stage: PlainStage): PlainStage => {
    const before = stage.parent && byKey.get(keyOf(stage.stream, stage.stage - 1, stage.parent));
    return before ? rootOf(before) : stage;
  };
  const last = new Map<PlainStage, PlainStage>();
  for (const stage of stages) {
    const held = last.get(rootOf(stage));
    if (!held || `${held.stage}${held.receivedOn}` < `${stage.stage}${stage.receivedOn}`)
      last.set(rootOf(stage), stage);
  }
  return [...last.values()].filter((stage) => closedOn(stage) !== null);
}

/** The day of closing, where the system keeps one; else that of the answer. */
export const closedOn = (stage: PlainStage): string | null => stage.closedOn ?? stage.answeredOn;
