import type { List } from '../../../platform/lists/list';
import type { NameDecision } from './decisions';

const KINDS = { service: 'SERVICE', directorate: 'DIRECTORATE' } as const;

/** A decision on a name as the graph shows it. */
export interface NameDecisionShown {
  readonly kind: 'SERVICE' | 'DIRECTORATE';
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly directorateId: string | null;
  readonly endedOn: string | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

/** The decisions on names, the newest first. */
export const NAME_DECISIONS: List<NameDecision, NameDecisionShown> = {
  field: 'nameDecisions',
  table: 'directory.name_decision',
  order: { decided_at: 'timestamptz', kind: 'text', id: 'text', version: 'int' },
  direction: 'desc',
  select: (rows) => `select * from directory.name_decision ${rows}`,
  keyOf: ({ decided_at, kind, id, version }) => [decided_at.toISOString(), kind, id, version],
  nodeOf: ({ kind, id, version, name, directorate_id, ended_on, reason, decided_by, decided_at }) => ({
    ...{ kind: KINDS[kind], id, version, name, directorateId: directorate_id, endedOn: ended_on, reason },
    ...{ decidedBy: decided_by, decidedAt: decided_at.toISOString() },
  }),
};
