import { EntitySchema } from 'typeorm';

/**
 * What could show that a held record's matter is known to another system too, each part as a salted hash: equal ones say
 * equal names, addresses or words, and nothing else. Guarded like the record.
 */
export interface MatterRow {
  source: string;
  record: string;
  /** The part that keeps the record; null where only admins see it. */
  owner: string | null;
  /** Of the content that was searched. */
  content_hash: string;
  /** Null for a record that shows nothing. */
  received_on: string | null;
  names: string[];
  email: string | null;
  postcode: string | null;
  /** The smallest hashes of its words: enough to say how many two records share. */
  words: number[];
  own_references: string[];
  named_references: string[];
}

/** How far the search for likely duplicates has come: one row, beside which nobody may add another. */
export interface DuplicateSearchRow {
  /** Made once, at migration. It leaves the database never. */
  salt: string;
  /** How often the ledger had changed when everything was last searched. */
  ledger_changes: number;
  /** Whether something was searched that has not been compared with the rest. */
  is_unpaired: boolean;
}

/** Two records of different systems that may be one matter. Joined by nobody but a person, and nowhere but here. */
export interface LikelyDuplicateRow {
  /** Made of the two records, whichever came first. */
  id: string;
  /** The records, in the order of their sources' names. */
  one_source: string;
  one_record: string;
  one_owner: string | null;
  other_source: string;
  other_record: string;
  other_owner: string | null;
  reasons: DuplicateReasonCode[];
  /** Between the days on which they were received. */
  days: number;
  /** What the reasons weigh together: the likeliest come first. */
  strength: number;
  found_at: Date;
  state: 'open' | 'confirmed' | 'refused';
  decided_by: string | null;
  decided_at: Date | null;
  reason: string | null;
}

export type DuplicateReasonCode =
  | 'NAMES_REFERENCE'
  | 'SAME_EMAIL'
  | 'SAME_NAME'
  | 'SAME_POSTCODE'
  | 'SAME_WORDS'
  | 'NEAR_IN_TIME';

const text = { type: 'text' } as const;
const maybeText = { type: 'text', nullable: true } as const;
const texts = { type: 'text', array: true } as const;
const keyed = (table: string) => ({ primary: true, primaryKeyConstraintName: `${table}_pkey` });

export const matter = new EntitySchema<MatterRow>({
  name: 'intake.matter',
  schema: 'intake',
  tableName: 'matter',
  columns: {
    source: { ...text, ...keyed('matter') },
    record: { ...text, ...keyed('matter') },
    owner: maybeText,
    content_hash: text,
    received_on: { type: 'date', nullable: true },
    names: texts,
    email: maybeText,
    postcode: maybeText,
    words: { type: 'int', array: true },
    own_references: texts,
    named_references: texts,
  },
});

export const duplicateSearch = new EntitySchema<DuplicateSearchRow>({
  name: 'intake.duplicate_search',
  schema: 'intake',
  tableName: 'duplicate_search',
  columns: {
    salt: { ...text, ...keyed('duplicate_search') },
    ledger_changes: { type: 'bigint' },
    is_unpaired: { type: 'boolean' },
  },
});

export const likelyDuplicate = new EntitySchema<LikelyDuplicateRow>({
  name: 'intake.likely_duplicate',
  schema: 'intake',
  tableName: 'likely_duplicate',
  columns: {
    id: { ...text, ...keyed('likely_duplicate') },
    one_source: text,
    one_record: text,
    one_owner: maybeText,
    other_source: text,
    other_record: text,
    other_owner: maybeText,
    reasons: texts,
    days: { type: 'int' },
    strength: { type: 'int' },
    found_at: { type: 'timestamptz' },
    state: text,
    decided_by: maybeText,
    decided_at: { type: 'timestamptz', nullable: true },
    reason: maybeText,
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
