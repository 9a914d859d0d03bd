import { Client } from 'pg';
import type { TestSite } from '../../../scripts/testing/running-site';

/** What the product has done so far. */
export interface Reading {
  /** Of this process: everything but the database, in milliseconds of a processor. It holds under whatever load. */
  readonly processorMillis: number;
  /** What the site asked of the graph. */
  readonly questions: number;
  /** What the gateway asked of the parts. */
  readonly toParts: number;
  /** Statements to the database, those that begin and end transactions too. */
  readonly statements: number;
  /** Statements that had been sent before since `mark`, with the same values. */
  readonly doubled: number;
}

/** Reads what the product does; Stop it when all is done. */
export interface Meter {
  read(): Reading;
  /** From here on a statement is new. */
  mark(): void;
  stop(): void;
}

/** What a transaction and its scope take, and does not say what is asked for. */
const OF_TRANSACTIONS = /^\s*(?:begin|start|commit|rollback|set|savepoint|release|select set_config)\b/i;

/** Counts what a site and its product do, in this process and towards the database. */
export function meterOf(site: Pick<TestSite, 'product' | 'gateway'>): Meter {
  const seen = new Map<string, number>();
  let [statements, doubled] = [0, 0];
  const plain = Client.prototype.query;
  Client.prototype.query = function counting(this: Client, ...given: unknown[]) {
    statements += 1;
    const said = saidBy(given);
    if (!OF_TRANSACTIONS.test(said)) {
      if (seen.has(said)) doubled += 1;
      seen.set(said, (seen.get(said) ?? 0) + 1);
    }
    return Reflect.apply(plain, this, given);
  };
  return {
    read() {
      const { user, system } = process.cpuUsage();
      const toParts = [...site.product.asked.values()].reduce((sum, each) => sum + each, 0);
      return {
        ...{ processorMillis: (user + system) / 1_000, questions: site.gateway.asked },
        ...{ toParts, statements, doubled },
      };
    },
    mark: () => seen.clear(),
    stop() {
      Client.prototype.query = plain;
    },
  };
}

/** A statement with its values, as one text. */
function saidBy([asked, values]: readonly unknown[]): string {
  if (typeof asked === 'string') return `${asked} ${JSON.stringify(values ?? [])}`;
  const { text = '', values: own = [] } = Object(asked);
  return `${text} ${JSON.stringify(own)}`;
}
