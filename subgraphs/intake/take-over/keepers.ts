import type { Transaction } from '../../../platform/transaction/transaction';

/** A system, and who could keep records of it. */
export interface KeepersAsked {
  readonly source: string;
  readonly keepers: readonly string[];
}

/** What is held of a system. */
export interface HeldOfSystem {
  /** Of those keepers, who keeps records of the system. */
  readonly keepers: readonly string[];
  /** Rows that are kept back and that nobody has decided on: they are in no figure, and do not come in any more. */
  readonly quarantinedRows: number;
}

/** Who of some keepers keeps records of a system, and how many of its rows nobody has decided on. */
export async function heldOfSystem(
  transaction: Transaction,
  { source, keepers }: KeepersAsked,
): Promise<HeldOfSystem> {
  const [row] = await transaction.query<HeldOfSystem>(
    `select array(select keeper from unnest($2::text[]) as keeper
         where exists (select from intake.held_row as held where held.source = $1 and held.keeper = keeper)) as keepers,
       (select count(*)::int from intake.quarantined_row where source = $1 and state = 'open') as "quarantinedRows"`,
    [source, keepers],
  );
  if (row === undefined) throw new Error('Who keeps records of a system could not be read.');
  return row;
}
