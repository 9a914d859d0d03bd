import type { DataSource } from 'typeorm';
import { type Clock, systemClock } from '../../config/clock';
import type { Logger } from '../../logging/logger';
import { safeDatabaseError } from '../../postgres/safe-error';
import { slept } from '../../server/slept';
import { inTransaction } from '../../transaction/transaction';
import type { Seal } from './chain';
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
  const tell = (schema: string, seal: Seal) => {
    for (const one of publishers) one.add(headOf(schema, seal));
  };

  async function sealOne({ schema, dataSource }: SealedSchema): Promise<void> {
    try {
      const seal = await sealLog(dataSource, schema, clock);
      if (seal !== null) tell(schema, seal);
    } catch (error) {
      logger.error({ err: safeDatabaseError(error), log: schema }, 'An audit log could not be sealed');
    }
  }

  /** The logs; null while the database does not answer. Each one's newest seal is told anew: the process before may have ended before it did. */
  async function openLogs(): Promise<readonly SealedSchema[] | null> {
    try {
      const logs = await withLogs(schemas);
      for (const { schema, dataSource } of logs) {
        const seal = await inTransaction(dataSource, SEALER, (transaction) => lastSeal(transaction, schema));
        if (seal !== null) tell(schema, seal);
      }
      return logs;
    } catch (error) {
      logger.error({ err: safeDatabaseError(error) }, 'Audit logs could not be read; they are tried again');
      return null;
    }
  }

  async function run(): Promise<void> {
    let logs: readonly SealedSchema[] | null = null;
    do {
      logs ??= await openLogs();
      for (const log of logs ?? []) await sealOne(log);
      // Not waited for: an address that does not answer keeps no log from being sealed.
      for (const one of publishers) void one.publish();
    } while (await slept(everyMillis, stopping.signal));
    for (const log of logs ?? []) await sealOne(log);
    await Promise.all(publishers.map((one) => one.publish()));
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Publishes the newest head of each log in one place, one after the other; where one fails, it and the rest stay for the next time. */
function publisher(publishHead: PublishHead, logger: Logger) {
  const waiting = new Map<string, Head>();
  let publishing: Promise<void> = Promise.resolve();
  let isBusy = false;

  async function publishAll(): Promise<void> {
    for (const [log, head] of waiting) {
      try {
        await publishHead(head);
      } catch (error) {
        logger.error({ err: safeDatabaseError(error), log }, 'A seal could not be published');
        return;
      }
      if (waiting.get(log) === head) waiting.delete(log);
    }
  }

  return {
    add: (head: Head) => void waiting.set(head.log, head),
    /** Does nothing beside what is under way, and waits for it. */
    publish(): Promise<void> {
      if (isBusy) return publishing;
      isBusy = true;
      publishing = publishAll().finally(() => {
        isBusy = false;
      });
      return publishing;
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
