import {
  boolean,
  day,
  instant,
  int,
  jsonb,
  key,
  nullable,
  references,
  text,
  texts,
} from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';

const KINDS = ['POLICY', 'GUIDE', 'CHECKLIST', 'FAQ'] as const;
/** What an article is for. */
export type ArticleKind = (typeof KINDS)[number];

/** An article, a row for each change; the one with the highest version holds. Added to, never changed. */
export const articleVersion = defineTable({
  schema: 'guidance',
  name: 'article_version',
  columns: {
    id: key(text()),
    version: key(int()),
    kind: text<ArticleKind>(),
    title: text(),
    summary: text(),
    /** Markdown. */
    body: text(),
    owner: text(),
    /** As the schema's enum has it; null for all streams. */
    stream: nullable(text()),
    review_due_on: day(),
    /** The steps of a complaint that it is for, as the schema's enum has them, each once and in order of its name. */
    steps: texts(),
    /** The same of an ombudsman's case. */
    enquiry_steps: texts(),
    is_withdrawn: boolean(),
    /** Null for what came with the product. */
    changed_by: nullable(text()),
    changed_at: instant(),
    note: text(),
  },
});
export type ArticleRow = RowIn<typeof articleVersion>;

/** Each stream's procedure, as it was last published. */
export const streamProcedure = defineTable({
  schema: 'guidance',
  name: 'stream_procedure',
  columns: { stream: key(text()), payload: jsonb() },
});

/** A workshop as it is planned. */
export const workshop = defineTable({
  schema: 'guidance',
  name: 'workshop',
  columns: {
    id: key(text()),
    version: int(),
    title: text(),
    /** Markdown. */
    about: text(),
    starts_at: instant(),
    minutes: int(),
    place: text(),
    held_by: text(),
    seats: int(),
    cancelled_because: nullable(text()),
  },
  checks: [{ name: 'workshop_has_seats', expression: 'seats > 0' }],
  indices: [{ name: 'workshop_by_beginning', columns: ['starts_at', 'id'] }],
});
export type WorkshopRow = RowIn<typeof workshop>;

/** A place that was booked, without whose it is: all may see how many are taken. Seats go in the order of the places. */
export const bookedPlace = defineTable({
  schema: 'guidance',
  name: 'booked_place',
  columns: {
    workshop_id: key(references(text(), 'guidance.workshop', 'booked_place_workshop_id_fkey')),
    /** From 1. */
    place: key(int()),
    given_up_at: nullable(instant()),
  },
});

/** Whose a place is. Personal data of staff. */
export const booking = defineTable({
  schema: 'guidance',
  name: 'booking',
  columns: {
    workshop_id: key(text()),
    place: key(int()),
    subject: text(),
    name: text(),
    booked_at: instant(),
  },
  indices: [{ name: 'booking_by_subject', columns: ['subject'] }],
});

/** Whether whoever had a place came. */
export const attendance = defineTable({
  schema: 'guidance',
  name: 'attendance',
  columns: {
    workshop_id: key(text()),
    place: key(int()),
    attended: boolean(),
    recorded_by: text(),
    recorded_at: instant(),
  },
});
