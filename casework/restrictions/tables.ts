import { instant, int, key, nullable, references, text, texts } from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';

/** Why a complaint is restricted, as the schema has it. */
export const RESTRICTION_KINDS = ['SAFEGUARDING', 'STAFF_COMPLAINED_ABOUT', 'NAMED_PEOPLE'] as const;
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];

/** How a conflict of interest comes about. */
export type ConflictKind = 'COMPLAINED_ABOUT' | 'RECORDED';

const described = new Map<string, RestrictionTables>();
type RestrictionTables = ReturnType<typeof describeTables>;

/** The tables that say who may open a complaint's people, beside roles and clearances; the same objects each time. */
export function restrictionTables(schema: string): RestrictionTables {
  const tables = described.get(schema) ?? describeTables(schema);
  described.set(schema, tables);
  return tables;
}

/** The complaint, and the stages that it had: they take it along where they come to belong to another. */
const ofCase = (schema: string, table: string) => ({
  id: key(text()),
  complaint_id: references(text(), `${schema}.complaint`, `${table}_of_complaint`),
});

const describeTables = (schema: string) => ({
  restriction: defineTable({
    schema,
    name: 'restriction',
    columns: {
      ...ofCase(schema, 'restriction'),
      stage_ids: texts(),
      kind: text<RestrictionKind>(),
      reason: text(),
      /** Who may open it, by the subjects of their sign-ins. */
      named: texts(),
      /** Counts the changes, so that nobody changes what they have not seen. */
      version: int(),
      restricted_by: text(),
      restricted_at: instant(),
      lifted_by: nullable(text()),
      lifted_at: nullable(instant()),
      lifted_because: nullable(text()),
    },
    indices: [
      { name: 'restriction_live', columns: ['complaint_id'], unique: true, where: '(lifted_at IS NULL)' },
    ],
  }),
  conflict: defineTable({
    schema,
    name: 'conflict_of_interest',
    columns: {
      ...ofCase(schema, 'conflict_of_interest'),
      stage_ids: texts(),
      subject: text(),
      kind: text<ConflictKind>(),
      reason: text(),
      recorded_by: text(),
      recorded_at: instant(),
      withdrawn_by: nullable(text()),
      withdrawn_at: nullable(instant()),
      withdrawn_because: nullable(text()),
    },
    indices: [
      {
        name: 'conflict_of_interest_live',
        columns: ['complaint_id', 'subject'],
        unique: true,
        where: '(withdrawn_at IS NULL)',
      },
    ],
  }),
  opening: defineTable({
    schema,
    name: 'case_opening',
    columns: {
      ...ofCase(schema, 'case_opening'),
      opened_by: text(),
      reason: text(),
      opened_at: instant(),
      expires_at: instant(),
      ended_by: nullable(text()),
      ended_at: nullable(instant()),
      acknowledged_by: nullable(text()),
      acknowledged_at: nullable(instant()),
    },
    indices: [{ name: 'case_opening_by_person', columns: ['opened_by', 'expires_at'] }],
    checks: [
      { name: 'case_opening_told_to_another', expression: '(acknowledged_by <> opened_by)' },
      { name: 'case_opening_ends', expression: "(expires_at <= (opened_at + '08:00:00'::interval))" },
    ],
  }),
});

export type RestrictionRow = RowIn<RestrictionTables['restriction']>;
export type ConflictRow = RowIn<RestrictionTables['conflict']>;
export type OpeningRow = RowIn<RestrictionTables['opening']>;
