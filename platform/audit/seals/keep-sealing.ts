import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type Clock, systemClock } from '../../config/clock';
import type { Logger } from '../../logging/logger';
import { safeDatabaseError } from '../../postgres/safe-error';
import { inTransaction } from '../../transaction/transaction';
import { SEALER } from './entries';
import { type Head, headOf, type PublishHead } from './heads';
import { sealLog } from './seal-log';
import { hasAuditLog, lastSeal } from './seals';

/** A schema whose audit log is sealed, if it has one. */
export interface SealedSchema {
  readonly schema: string;
  readonly dataSource: DataSource;
}

export interface KeepSealing {
  readonly schemas: readonly SealedSchema[];
  /** Each is told the newest seal of a log, and again in its next turn where it failed. */
  readonly publish: readonly PublishHead[];
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly everyMillis?: number;
}

const EVERY_MILLIS = 5_000;

/**
 * Seals the audit logs of `schemas` every few moments, at once to begin with and once more at the end, and publishes each
 * log's newest seal. What fails is logged and done in its next turn: a seal covers whatever came since the last one. The clock
 * is the machine's: a fixed date is for the council's days.
 */
export function keepSealing({
  schemas,
  publish,
  logger,
  clock = systemClock,
  everyMillis = EVERY_MILLIS,
}: KeepSealing): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const publishers = publish.map((publishHead) => publisher(publishHead, logger));

  async function sealAll(logs: readonly SealedSchema[]): Promise<void> {
    for (const { schema, dataSource } of logs) {
      try {
        const seal = await sealLog(dataSource, schema, clock);
        if (seal !== null) for (const one of publishers) one.add(headOf(schema, seal));
      } catch (error) {
        logger.error({ err: safeDatabaseError(error), log: schema }, 'An audit log could not be sealed');
      }
    }
    for (const one of publishers) await one.publish();
  }

  async function run(): Promise<void> {
    const logs = await withLogs(schemas);
    for (const { schema, dataSource } of logs) {
      // Told anew at each start: the process before may have ended between a seal and its publication.
      const seal = await inTransaction(dataSource, SEALER, (transaction) => lastSeal(transaction, schema));
      if (seal !== null) for (const one of publishers) one.add(headOf(schema, seal));
    }
    do await sealAll(logs);
    while (await waited(everyMillis, stopping.signal));
    await sealAll(logs);
  }

  const running = run().catch((error: unknown) =>
    logger.error(
      { err: safeDatabaseError(error) },
      'Audit logs are not sealed: the database does not answer',
    ),
  );
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Publishes the newest head of each log in one place; what fails stays for the next time. */
function publisher(publishHead: PublishHead, logger: Logger) {
  const waiting = new Map<string, Head>();
  return {
    add: (head: Head) => void waiting.set(head.log, head),
    async publish(): Promise<void> {
      for (const [log, head] of waiting) {
        try {
          await publishHead(head);
          waiting.delete(log);
        } catch (error) {
          logger.error({ err: safeDatabaseError(error), log }, 'A seal could not be published');
        }
      }
    },
  };
}

/** The schemas that have an audit log. */
export async function withLogs(schemas: readonly SealedSchema[]): Promise<readonly SealedSchema[]> {
  const logs: SealedSchema[] = [];
  for (const one of schemas)
    if (await inTransaction(one.dataSource, SEALER, (transaction) => hasAuditLog(transaction, one.schema)))
      logs.push(one);
  return logs;
}

/** False when it was woken to stop. */
const waited = (millis: number, signal: AbortSignal): Promise<boolean> =>
  delay(millis, true, { signal }).catch(() => false);
