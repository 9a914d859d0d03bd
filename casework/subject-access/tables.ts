import { instant, key, nullable, references, text, texts } from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';

const described = new Map<string, ReturnType<typeof describeTable>>();

/** What was prepared for people who asked what is kept of them: one row a complaint and preparation; the same object each time. */
export function subjectAccessTable(schema: string) {
  const table = described.get(schema) ?? describeTable(schema);
  described.set(schema, table);
  return table;
}

const describeTable = (schema: string) =>
  defineTable({
    schema,
    name: 'subject_access',
    columns: {
      id: key(text()),
      complaint_id: references(text(), `${schema}.complaint`, 'subject_access_of_complaint'),
      /** What tells of somebody else, by the names of its fields: left out. */
      left_out: texts(),
      /** Words that tell of somebody else within what was written: struck out wherever they stand. Personal data. */
      struck: texts(),
      /** Of all that was kept then: what has changed since is read anew before it leaves. */
      content_hash: text(),
      prepared_by: text(),
      prepared_at: instant(),
      approved_by: nullable(text()),
      approved_at: nullable(instant()),
    },
    indices: [{ name: 'subject_access_by_complaint', columns: ['complaint_id', 'prepared_at'] }],
    checks: [{ name: 'subject_access_read_by_another', expression: '(approved_by <> prepared_by)' }],
  });

export type SubjectAccessRow = RowIn<ReturnType<typeof subjectAccessTable>>;
