import type { List } from '../../../platform/lists/list';
import type { Decision } from './decisions';
import { asMapped, type Mapped } from './refusals';

/** The decisions on words, the newest first. */
export const WORD_DECISIONS: List<Decision, Mapped> = {
  field: 'mappedWordsConnection',
  table: 'directory.word_decision',
  order: { decided_at: 'timestamptz', subject: 'text', from_day: 'date' },
  direction: 'desc',
  select: (rows) => `select * from directory.word_decision ${rows}`,
  keyOf: ({ decided_at, subject, from_day }) => [decided_at.toISOString(), subject, from_day],
  nodeOf: asMapped,
};
