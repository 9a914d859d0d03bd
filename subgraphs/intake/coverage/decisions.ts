import type { List } from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { CoverageDecisionRow } from '../tables/reference';

type DecisionRow = Omit<CoverageDecisionRow, 'id'>;

/** A decision as the graph shows it. */
export interface CoverageDecision {
  readonly __typename: 'CoverageDecision';
  readonly stream: string;
  readonly name: string;
  readonly from: string;
  readonly isRetracted: boolean;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

/** What a line is known by. */
export interface Line {
  readonly stream: string;
  readonly measure: string;
  readonly from: string;
}

/** The last decision on a line that is as it was asked to be by that decision; null where nobody decided so. */
export async function isHeldSo(
  transaction: Transaction,
  { stream, measure, from }: Line,
  isRetracted: boolean,
): Promise<DecisionRow | null> {
  const [last] = await transaction.query<DecisionRow>(
    `select decision.* from intake.coverage_decision as decision
       join intake.coverage as line using (stream, measure, recorded_from)
     where stream = $1 and measure = $2 and recorded_from = $3 and not line.taken_back
     order by decision.id desc limit 1`,
    [stream, measure, from],
  );
  return last?.is_retracted === isRetracted ? last : null;
}

/** Keeps a decision of the caller's. */
export async function keepDecision(
  { transaction, identity, clock }: OperationContext,
  { line, isRetracted, reason }: { line: Line; isRetracted: boolean; reason: string },
): Promise<DecisionRow> {
  const decision: DecisionRow = {
    ...{
      stream: line.stream,
      measure: line.measure,
      recorded_from: line.from,
      is_retracted: isRetracted,
      reason,
    },
    ...{ decided_by: identity.subject, decided_at: clock.now() },
  };
  await transaction.query(
    `insert into intake.coverage_decision
       (stream, measure, recorded_from, is_retracted, reason, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [line.stream, line.measure, line.from, isRetracted, reason, decision.decided_by, decision.decided_at],
  );
  return decision;
}

/** A decision as the graph shows it. */
export const shown = ({ stream, measure, recorded_from, ...decided }: DecisionRow): CoverageDecision => ({
  __typename: 'CoverageDecision',
  ...{
    stream,
    name: measure,
    from: recorded_from,
    isRetracted: decided.is_retracted,
    reason: decided.reason,
  },
  ...{ decidedBy: decided.decided_by, decidedAt: decided.decided_at.toISOString() },
});

/** The decisions on lines of the coverage list, the newest first. */
export const COVERAGE_DECISIONS: List<CoverageDecisionRow, CoverageDecision> = {
  field: 'coverageDecisionsConnection',
  table: 'intake.coverage_decision',
  order: { id: 'bigint' },
  direction: 'desc',
  select: (rows) => `select * from intake.coverage_decision ${rows}`,
  keyOf: ({ id }) => [id],
  nodeOf: shown,
};
