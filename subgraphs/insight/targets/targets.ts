import type { Target as Aimed } from '../../../domain/targets/target-for';
import type { RowIn } from '../../../platform/tables/define-table';
import { groupBy } from '../../../platform/tables/group-by';
import type { Transaction } from '../../../platform/transaction/transaction';
import { MEASURES, type Measure } from '../figures/catalogue/measure-catalogue';
import { definitionOf, type MeasureDefinition } from '../figures/catalogue/measure-definitions';
import type { KnownParts } from '../figures/parts';
import { directorateNamed } from './names';
import type { targetDecision } from './target-table';

type Row = RowIn<typeof targetDecision>;

/** What somebody decided on a target. */
export interface TargetDecision {
  readonly version: number;
  readonly value: number;
  readonly tolerance: number;
  readonly reason: string;
  readonly isEnded: boolean;
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

/** A target as the graph shows it. */
export interface Target extends Aimed {
  readonly id: string;
  readonly measure: Measure;
  readonly definition: MeasureDefinition;
  readonly version: number;
  readonly isEnded: boolean;
  /** The newest first. */
  readonly decisions: readonly TargetDecision[];
}

const MILLION = 1_000_000;

/** A number in millionths, as the table has it. */
export const inMillionths = (number: number): number => Math.round(number * MILLION);

/** Every target that there ever was, the newest year first, and in the order of the measures; each as its newest decision has it. */
export async function readTargets(transaction: Transaction, known: KnownParts): Promise<readonly Target[]> {
  const rows = await transaction.query<Row>(
    'select * from insight.target_decision order by id, version desc',
  );
  const order = Object.keys(MEASURES);
  return [...groupBy(rows, ({ id }) => id).values()]
    .flatMap((decisions) => targetOf(decisions, known))
    .sort(
      (one, other) =>
        other.financialYear.localeCompare(one.financialYear) ||
        order.indexOf(one.measure) - order.indexOf(other.measure) ||
        one.id.localeCompare(other.id),
    );
}

const isMeasure = (name: string): name is Measure => Object.hasOwn(MEASURES, name);

/** None of a measure that the catalogue has no longer. */
function targetOf(rows: readonly Row[], known: KnownParts): readonly Target[] {
  const [row] = rows;
  if (row === undefined || !isMeasure(row.measure)) return [];
  const { id, measure, version, stream, stage } = row;
  const decisions = rows.map(decisionOf);
  const reached = decisions.find(({ isEnded }) => !isEnded) ?? decisionOf(row);
  return [
    {
      ...{ id, measure, definition: definitionOf(measure), financialYear: row.financial_year, stream, stage },
      directorate: row.directorate_id === null ? null : directorateNamed(row.directorate_id, known),
      service: known.services.find((service) => service.id === row.service_id)?.name ?? row.service_id,
      ...{ value: reached.value, tolerance: reached.tolerance, source: reached.reason },
      ...{ version, isEnded: row.is_ended, decisions },
    },
  ];
}

const decisionOf = (row: Row): TargetDecision => ({
  version: row.version,
  value: row.value_millionths / MILLION,
  tolerance: row.tolerance_millionths / MILLION,
  reason: row.reason,
  isEnded: row.is_ended,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
});

/** Those of some years and measures, those that were ended only where they are asked for. */
export const chosenTargets = (
  targets: readonly Target[],
  {
    financialYears,
    measures,
    withEnded,
  }: {
    readonly financialYears?: readonly string[] | null | undefined;
    readonly measures?: readonly Measure[] | null | undefined;
    readonly withEnded?: boolean | null | undefined;
  },
): Target[] =>
  targets.filter(
    ({ financialYear, measure, isEnded }) =>
      (financialYears?.includes(financialYear) ?? true) &&
      (measures?.includes(measure) ?? true) &&
      (withEnded === true || !isEnded),
  );
