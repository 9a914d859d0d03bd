import type { Transaction } from '../../../platform/transaction/transaction';

/** What somebody decided on a name; of the decisions on one service or directorate the one with the highest version holds. */
export interface NameDecision {
  readonly kind: 'service' | 'directorate';
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Null for a directorate. */
  readonly directorate_id: string | null;
  /** The last day on which a service was one of the council; null while it is, and for a directorate. */
  readonly ended_on: string | null;
  readonly reason: string;
  readonly decided_by: string;
  readonly decided_at: Date;
}

/** Every decision, the oldest of each name first. */
export const nameDecisions = (transaction: Transaction): Promise<NameDecision[]> =>
  transaction.query<NameDecision>('select * from directory.name_decision order by kind, id, version');

/** Keeps a decision. */
export async function keepNameDecision(transaction: Transaction, decision: NameDecision): Promise<void> {
  const { kind, id, version, name, directorate_id, ended_on, reason, decided_by, decided_at } = decision;
  await transaction.query(
    `insert into directory.name_decision
       (kind, id, version, name, directorate_id, ended_on, reason, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [kind, id, version, name, directorate_id, ended_on, reason, decided_by, decided_at],
  );
}
