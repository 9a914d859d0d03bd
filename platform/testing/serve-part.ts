import path from 'node:path';
import type { FormattedExecutionResult } from 'graphql';
import type { DataSource } from 'typeorm';
import { fixedClock } from '../config/clock';
import type { Identity } from '../identity/identity';
import { opensByRole } from '../identity/roles';
import { createLogger } from '../logging/logger';
import type { RecordsAnswer } from '../server/executor';
import { runSubgraph } from '../server/run-subgraph';
import type { Subgraph } from '../server/subgraph';
import { testAuditSigner } from './audit-signer';

/** A subgraph as its server answers it. */
export interface ServedPart {
  /** Asks as the person it was served to, or as who a test makes of them for this question. */
  ask(query: string, as?: Partial<Identity>): Promise<FormattedExecutionResult>;
  /** Has records sent to the same; `signal` hangs up. */
  read(
    query: string,
    given?: { as?: Partial<Identity>; variables?: Record<string, unknown>; signal?: AbortSignal },
  ): Promise<RecordsAnswer>;
  stop(): Promise<void>;
}

/** Serves a subgraph to one person on one day. Stop it before its database. */
export async function servePart({
  subgraph,
  dataSource,
  today,
  person,
}: {
  readonly subgraph: Subgraph;
  readonly dataSource: DataSource;
  readonly today: string;
  readonly person: Pick<Identity, 'subject' | 'role'>;
}): Promise<ServedPart> {
  const seen = (as: Partial<Identity>): Identity => {
    const who = { streams: [], services: [], partner: null, ...person, ...as };
    return { ...who, scopes: as.scopes ?? opensByRole(who.role, who) };
  };
  let caller: Identity = seen({});
  const running = await runSubgraph({
    ...{ subgraph, dataSource, clock: fixedClock(today) },
    verifier: { verify: async () => caller },
    logger: createLogger({ level: 'silent' }),
    auditSigner: testAuditSigner,
    schemaDirectory: path.join(__dirname, '../../schema'),
  });
  return {
    ask(query, as = {}) {
      caller = seen(as);
      const signal = new AbortController().signal;
      const request = { query, variables: {}, operationName: null, requestId: 'test', signal };
      return running.execute({ ...request, identityToken: 'vouched for' });
    },
    async read(query, { as = {}, variables = {}, signal = new AbortController().signal } = {}) {
      caller = seen(as);
      const request = { query, variables, operationName: null, requestId: 'test', signal };
      return running.read({ ...request, identityToken: 'vouched for' });
    },
    stop: () => running.stop(),
  };
}
