import type { DataSource } from 'typeorm';
import type { Clock } from '../config/clock';
import type { Logger } from '../logging/logger';
import { safeDatabaseError } from '../postgres/safe-error';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { slept } from './slept';

/** Something of its own that a subgraph looks at every so often while it runs. */
export interface SelfCheck {
  readonly name: string;
  /** How long after the start it is made first. */
  readonly firstAfterMillis: number;
  readonly everyMillis: number;
  /** Whether all of its statements read the same state. */
  readonly isOneSnapshot?: true;
  /** In whose scope it is made; left out, in the one that sees every row that was built from events. */
  readonly role?: 'import';
  /** Gives a sentence for each thing that is wrong and what to do, none when all is well. Nothing personal: anybody may read them. */
  run(transaction: Transaction, clock: Clock): Promise<readonly string[]>;
}

/** Checks that are made again and again. */
export interface RunningChecks {
  /** What the latest run of each check found to be wrong. */
  findings(): readonly string[];
  /** Ends after the check in hand. */
  stop(): Promise<void>;
}

const PROJECTION = 'projection';
const scopeOf = ({ role }: SelfCheck) => ({ subject: role ?? PROJECTION, role: role ?? PROJECTION });

/** Begins to make checks, each in a transaction of its own. What is found is logged; one that fails is made again in its turn. */
export function startSelfChecks(
  checks: readonly SelfCheck[],
  {
    dataSource,
    clock,
    logger,
  }: { readonly dataSource: DataSource; readonly clock: Clock; readonly logger: Logger },
): RunningChecks {
  const stopping = new AbortController();
  const found = new Map<string, readonly string[]>();

  async function checkOnce(check: SelfCheck): Promise<void> {
    try {
      const { isOneSnapshot = false } = check;
      const findings = await inTransaction(
        dataSource,
        scopeOf(check),
        (transaction) => check.run(transaction, clock),
        { isOneSnapshot },
      );
      if (findings.length > 0) logger.error({ check: check.name, findings }, 'A check found something wrong');
      found.set(check.name, findings);
    } catch (error) {
      logger.error({ err: safeDatabaseError(error), check: check.name }, 'A check could not be made');
    }
  }

  async function checkOn(check: SelfCheck): Promise<void> {
    let pause = check.firstAfterMillis;
    while (await slept(pause, stopping.signal)) {
      await checkOnce(check);
      pause = check.everyMillis;
    }
  }

  const running = checks.map(checkOn);
  return {
    findings: () => [...found.values()].flat(),
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
