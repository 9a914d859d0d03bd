import {
  bigint,
  boolean,
  type Column,
  day,
  instant,
  int,
  key,
  nullable,
  text,
  texts,
} from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

/** A list of numbers. */
const ints = (): Column<number[]> => ({ type: 'int', array: true });

/** A list of codes. */
const codes = <Code extends string>(): Column<Code[]> => ({ type: 'text', array: true });

/**
 * What could show that another system knows a held record's complaint too, each part as a salted hash: equal ones say
 * equal names, addresses or words, and nothing else. Guarded like the record.
 */
export const matchKeys = defineTable({
  schema: 'intake',
  name: 'matter',
  columns: {
    source: key(text()),
    record: key(text()),
    /** The part that keeps the record; null where only admins see it. */
    owner: nullable(text()),
    /** Of the content that was searched. */
    content_hash: text(),
    /** Null for a record that shows nothing. */
    received_on: nullable(day()),
    names: texts(),
    email: nullable(text()),
    postcode: nullable(text()),
    /** The smallest hashes of its words: enough to say how many two records share. */
    words: ints(),
    own_references: texts(),
    named_references: texts(),
  },
});
export type MatchKeysRow = RowIn<typeof matchKeys>;

/** How far the search for likely duplicates has come: one row, beside which nobody may add another. */
export const duplicateSearch = defineTable({
  schema: 'intake',
  name: 'duplicate_search',
  columns: {
    /** Made once, at migration. It never leaves the database. */
    salt: key(text()),
    /** How often the ledger had changed when everything was last searched. */
    ledger_changes: bigint(),
    /** Whether something was searched that has not been compared with the rest. */
    is_unpaired: boolean(),
  },
});
export type DuplicateSearchRow = RowIn<typeof duplicateSearch>;

export type DuplicateReasonCode =
  | 'NAMES_REFERENCE'
  | 'LIKE_REFERENCE'
  | 'SAME_EMAIL'
  | 'SAME_NAME'
  | 'SAME_POSTCODE'
  | 'SAME_WORDS'
  | 'NEAR_IN_TIME';

/** Two records that may be one complaint: of different systems, or of one under references that are all but the same. Only a person joins them, and only here. */
export const likelyDuplicate = defineTable({
  schema: 'intake',
  name: 'likely_duplicate',
  columns: {
    /** Made of the two records, whichever came first. */
    id: key(text()),
    /** The records, in the order of their sources' names. */
    one_source: text(),
    one_record: text(),
    one_owner: nullable(text()),
    other_source: text(),
    other_record: text(),
    other_owner: nullable(text()),
    reasons: codes<DuplicateReasonCode>(),
    /** Between the days on which they were received. */
    days: int(),
    /** What the reasons weigh together: the likeliest come first. */
    strength: int(),
    found_at: instant(),
    state: text<'open' | 'confirmed' | 'refused'>(),
    decided_by: nullable(text()),
    decided_at: nullable(instant()),
    reason: nullable(text()),
    /** When the records were received; null where one shows no day, or this was not noted yet. */
    one_received_on: nullable(day()),
    other_received_on: nullable(day()),
  },
  checks: [
    { name: 'likely_duplicate_states', expression: `state in ('open', 'confirmed', 'refused')` },
    {
      name: 'likely_duplicate_decided_by_somebody',
      expression: `num_nonnulls(decided_by, decided_at, reason) = case when state = 'open' then 0 else 3 end`,
    },
  ],
  indices: [
    { name: 'likely_duplicate_by_one', columns: ['one_source', 'one_record'] },
    { name: 'likely_duplicate_by_other', columns: ['other_source', 'other_record'] },
    { name: 'likely_duplicate_in_order', columns: ['strength', 'id'] },
  ],
});
export type LikelyDuplicateRow = RowIn<typeof likelyDuplicate>;
