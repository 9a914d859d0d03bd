import type { RecommendationEnd } from '../../domain/procedure/learning';
import {
  day,
  instant,
  int,
  key,
  nullable,
  references,
  smallint,
  text,
  texts,
} from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';

const described = new Map<string, LearningTables>();
export type LearningTables = ReturnType<typeof describeTables>;

/** The tables of what was learned of live complaints, in the stream's own PostgreSQL schema; the same objects each time. */
export function learningTables(schema: string): LearningTables {
  const tables = described.get(schema) ?? describeTables(schema);
  described.set(schema, tables);
  return tables;
}

const describeTables = (schema: string) => {
  const ofComplaint = (table: string) =>
    key(references(text(), `${schema}.complaint`, `${table}_of_complaint`));
  return {
    /** Actions that answers promised, as they stand: worked out of the timeline with every command on them. */
    promise: defineTable({
      schema,
      name: 'promised_action',
      columns: {
        complaint_id: ofComplaint('promised_action'),
        /** Of its entry in the timeline. */
        place: key(int()),
        stage: smallint(),
        /** Who is to do it, by the subject of their sign-in; null where a service is. */
        owner: nullable(text()),
        /** The service that is to do it, where it is one. */
        service_id: nullable(text()),
        first_due_on: day(),
        due_on: day(),
        /** The day that its keeping is held against. */
        counts_by: day(),
        kept_on: nullable(day()),
        dropped_on: nullable(day()),
        made_at: instant(),
      },
      indices: [
        { name: 'promised_action_by_due', columns: ['due_on', 'complaint_id', 'place'] },
        { name: 'promised_action_by_owner', columns: ['owner', 'due_on'] },
      ],
    }),
    /** Improvements that were recommended after fault was found, and what became of them. */
    recommendation: defineTable({
      schema,
      name: 'recommendation',
      columns: {
        complaint_id: ofComplaint('recommendation'),
        place: key(int()),
        stage: smallint(),
        owner: nullable(text()),
        /** The service that is to improve. */
        service_id: nullable(text()),
        due_on: nullable(day()),
        became: nullable(text<RecommendationEnd>()),
        became_on: nullable(day()),
        made_at: instant(),
      },
      indices: [
        { name: 'recommendation_by_made', columns: ['made_at', 'complaint_id', 'place'] },
        { name: 'recommendation_by_service', columns: ['service_id', 'made_at'] },
      ],
    }),
    /** What the answer of a stage named as behind the complaint. */
    cause: defineTable({
      schema,
      name: 'named_cause',
      columns: {
        complaint_id: ofComplaint('named_cause'),
        stage: key(smallint()),
        causes: texts(),
      },
    }),
  };
};

export type PromiseRow = RowIn<LearningTables['promise']>;
export type RecommendationRow = RowIn<LearningTables['recommendation']>;
export type CauseRow = RowIn<LearningTables['cause']>;
