import { type PlainLine, type PlainStage, sortPlainly } from './sort-plainly';

/** What an extract comes to: `read` is `loaded`, `copies`, `leftOut` and `quarantined` together. */
export interface Recount {
  readonly counts: {
    readonly read: number;
    readonly loaded: number;
    readonly copies: number;
    readonly leftOut: number;
    readonly quarantined: number;
  };
  readonly stages: readonly PlainStage[];
}

type Taken = Extract<PlainLine, { kind: 'taken' }>;

/** Counts an extract anew. Of copies the newer holds; of equally new ones, the later line. */
export function recount(text: string, today: string): Recount {
  const rows = sortPlainly(text, today).filter(({ kind }) => kind !== 'noRow');
  const taken = rows.filter((row) => row.kind === 'taken');
  const newest = new Map<string, Taken>();
  for (const row of taken) {
    const held = newest.get(row.stage.reference);
    if (!held || (held.updated ?? '') <= (row.updated ?? '')) newest.set(row.stage.reference, row);
  }
  const numberOf = (kind: PlainLine['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    counts: {
      read: rows.length,
      loaded: newest.size,
      copies: taken.length - newest.size,
      leftOut: numberOf('leftOut'),
      quarantined: numberOf('quarantined'),
    },
    stages: [...newest.values()].map(({ stage }) => stage),
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
