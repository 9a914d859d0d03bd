import {
  COMPLAINT_CHANGED,
  OMBUDSMAN_CASE_CHANGED,
  OMBUDSMAN_DESCRIBED,
  STREAM_DESCRIBED,
} from '../../../casework/events';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Follower } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { applyComplaints } from './apply-complaints';
import { applyCoverage, applyDirectorates, applyServices, applyStreams } from './apply-names';
import { applyOmbudsmanCases, applyOmbudsmen } from './apply-ombudsman';
import { mayPublish } from './may-publish';

/** The name under which this follower's place in each outbox is kept. */
export const FACTS_FOLLOWER = 'facts';

type Apply = (transaction: Transaction, events: readonly PlacedEvent[]) => Promise<void>;

/** What each kind of event changes. Each kind writes tables of its own, so their order among each other is free. */
const APPLY: Readonly<Record<string, Apply>> = {
  [STREAM_DESCRIBED]: applyStreams,
  'directorate-named': applyDirectorates,
  'service-named': applyServices,
  'coverage-recorded': applyCoverage,
  [COMPLAINT_CHANGED]: applyComplaints,
  [OMBUDSMAN_DESCRIBED]: applyOmbudsmen,
  [OMBUDSMAN_CASE_CHANGED]: applyOmbudsmanCases,
};

/** The tables that events fill. */
const BUILT = [
  'stage_fact',
  'contested_stage',
  'complaint_fact',
  'complaint_gone',
  'service',
  'directorate',
  'coverage',
  'stream_described',
  'ombudsman_case_fact',
  'ombudsman_case_gone',
  'ombudsman_described',
];

/**
 * Turns what the other parts publish into facts, names and coverage. Events carry whole states with versions: in any
 * order, in whatever batches, once or many times, the same ones arrive at the same facts.
 */
export const facts: Follower = {
  name: FACTS_FOLLOWER,
  follows: 'all',
  kinds: Object.keys(APPLY),
  mayPublish,
  async apply(transaction, events) {
    for (const [kind, apply] of Object.entries(APPLY)) {
      const ofKind = events.filter((event) => event.kind === kind);
      if (ofKind.length > 0) await apply(transaction, ofKind);
    }
  },
  async reset(transaction) {
    // Deleted and not truncated, so that readers go on seeing the old facts meanwhile.
    for (const table of BUILT) await transaction.query(`delete from insight.${table}`);
  },
};
