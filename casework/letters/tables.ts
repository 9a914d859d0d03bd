import type { Outcome } from '../../domain/findings';
import type { Addressee } from '../../domain/letters/addressee';
import type { LetterKind, LetterParagraph, LetterWay } from '../../domain/letters/letter';
import type { LetterStatus } from '../../domain/letters/letter-life';
import {
  day,
  instant,
  int,
  jsonb,
  key,
  nullable,
  references,
  smallint,
  text,
  texts,
} from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';

const described = new Map<string, ReturnType<typeof describeTable>>();

/** The letters of live complaints, from the first draft to how they were sent; the same object each time. */
export function letterTable(schema: string) {
  const table = described.get(schema) ?? describeTable(schema);
  described.set(schema, table);
  return table;
}

const describeTable = (schema: string) =>
  defineTable({
    schema,
    name: 'letter',
    columns: {
      id: key(text()),
      complaint_id: references(text(), `${schema}.complaint`, 'letter_of_complaint'),
      stage: smallint(),
      kind: text<LetterKind>(),
      /** The finding that it was begun for; null where none was known. */
      outcome: nullable(text<Outcome>()),
      status: text<LetterStatus>(),
      /** How often it was changed, from 1. */
      version: int(),
      subject: text(),
      /** Personal data: what somebody is told of their complaint. */
      paragraphs: jsonb<readonly LetterParagraph[]>(),
      /** Personal data: to whom it goes; null where nobody is kept. */
      addressee: nullable(jsonb<Addressee>()),
      /** Everybody who wrote of it: none of them approves it. */
      writers: texts(),
      begun_at: instant(),
      changed_by: text(),
      changed_at: instant(),
      approved_by: nullable(text()),
      approved_at: nullable(instant()),
      /** Why it was given back last. */
      returned_because: nullable(text()),
      sent_on: nullable(day()),
      sent_how: nullable(text<LetterWay>()),
      /** The entry of the timeline that tells that it was sent. */
      sent_entry: nullable(int()),
      /** The ids of the documents that it was kept as when it was sent. */
      documents: texts(),
    },
    indices: [
      { name: 'letter_by_complaint', columns: ['complaint_id', 'begun_at', 'id'] },
      {
        ...{ name: 'letter_waiting', columns: ['changed_at', 'id'] },
        where: "(status = ANY (ARRAY['AWAITING_APPROVAL'::text, 'DRAFT'::text, 'APPROVED'::text]))",
      },
    ],
  });

export type LetterRow = RowIn<ReturnType<typeof letterTable>>;
