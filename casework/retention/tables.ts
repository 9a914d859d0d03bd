import { day, instant, key, nullable, references, text, texts } from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';

/** What somebody decided about the people of a complaint. */
export type RetentionKind = 'ANONYMISE' | 'KEEP' | 'REFUSE';

/** What made them decide: the period was over, or somebody asked to be erased. */
export type RetentionCause = 'REVIEW' | 'ERASURE';

const described = new Map<string, RetentionTables>();
type RetentionTables = ReturnType<typeof describeTables>;

/** The tables that say for how long a stream keeps people; the same objects each time. */
export function retentionTables(schema: string): RetentionTables {
  const tables = described.get(schema) ?? describeTables(schema);
  described.set(schema, tables);
  return tables;
}

const describeTables = (schema: string) => ({
  /** That nothing may be anonymised or erased: of a complaint, or of all of the stream's where it names none. */
  hold: defineTable({
    schema,
    name: 'legal_hold',
    columns: {
      id: key(text()),
      complaint_id: nullable(references(text(), `${schema}.complaint`, 'legal_hold_of_complaint')),
      /** The stages that it had: they take the hold along where they come to belong to another complaint. */
      stage_ids: texts(),
      reason: text(),
      put_by: text(),
      put_at: instant(),
      lifted_by: nullable(text()),
      lifted_at: nullable(instant()),
      lifted_because: nullable(text()),
    },
  }),
  decision: defineTable({
    schema,
    name: 'retention_decision',
    columns: {
      id: key(text()),
      complaint_id: references(text(), `${schema}.complaint`, 'retention_decision_of_complaint'),
      kind: text<RetentionKind>(),
      cause: text<RetentionCause>(),
      reason: text(),
      /** Until then it is not due again; null for what is not kept. */
      keep_until: nullable(day()),
      decided_by: text(),
      decided_at: instant(),
    },
    indices: [{ name: 'retention_decision_by_complaint', columns: ['complaint_id', 'decided_at'] }],
    checks: [
      {
        name: 'retention_decision_kept_until',
        expression: "((kind = 'KEEP'::text) = (keep_until IS NOT NULL))",
      },
    ],
  }),
  /** Of which stages nothing personal is kept, and none is to come in again: also of those that are not recorded any more. */
  anonymised: defineTable({
    schema,
    name: 'anonymised_stage',
    columns: {
      stage_id: key(text()),
      decision_id: references(text(), `${schema}.retention_decision`, 'anonymised_stage_by_decision'),
      anonymised_at: instant(),
    },
  }),
});

export type HoldRow = RowIn<RetentionTables['hold']>;
export type DecisionRow = RowIn<RetentionTables['decision']>;
