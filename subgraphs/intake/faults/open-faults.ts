import DataLoader from 'dataloader';
import type { OperationContext } from '../../../platform/server/subgraph';

/** A figure, as its reference from another part names it. */
export interface FigureStub {
  readonly id: string;
}

/** A figure's id is its measure, whose records it is made of (joined by `+`), and what tells it from others. */
const ID = /^[A-Z0-9_]+:([A-Z+]+):/;

/** How many faults of the records behind a figure wait to be put right, by the figure's id. Null where the caller may not know. */
export function openFaultsLoader({
  transaction,
}: Pick<OperationContext, 'transaction'>): DataLoader<string, number | null> {
  return new DataLoader(async (ids) => {
    const known = new Map<string, number | null>();
    for (const keepers of new Set(ids.map(keepersOf))) known.set(keepers, await countOpen(keepers));
    return ids.map((id) => known.get(keepersOf(id)) ?? null);
  });

  async function countOpen(keepers: string): Promise<number | null> {
    const [row] = await transaction.query<{ open: number | null }>('select intake.open_faults($1) as open', [
      keepers.toLowerCase().split('+'),
    ]);
    return row?.open ?? null;
  }
}

const keepersOf = (id: string): string => ID.exec(id)?.[1] ?? '';
