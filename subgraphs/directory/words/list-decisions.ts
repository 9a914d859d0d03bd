import type { List } from '../../../platform/lists/list';
import type { Decision } from './decisions';
import { asMapped, type Mapped } from './refusals';

/** A decision, and whether it is the newest on its word. */
interface ListedDecision extends Decision {
  readonly is_newest: boolean;
}

/** The decisions on words, the newest first. */
export const WORD_DECISIONS: List<ListedDecision, Mapped> = {
  field: 'mappedWordsConnection',
  table: 'directory.word_decision',
  order: { decided_at: 'timestamptz', subject: 'text', version: 'int' },
  direction: 'desc',
  select: (rows) =>
    `select *, not exists (select from directory.word_decision newer
       where newer.subject = word_decision.subject and newer.version > word_decision.version) as is_newest
     from directory.word_decision ${rows}`,
  keyOf: ({ decided_at, subject, version }) => [decided_at.toISOString(), subject, version],
  nodeOf: ({ is_newest, ...decision }) => asMapped(decision, is_newest),
};
