import type { DataSource } from 'typeorm';
import { inTransaction, type Transaction } from '../../transaction/transaction';
import type { AuditSigner } from '../signer';
import { type Seal, type SealHash, sealHash } from './chain';
import { comparePlaces, entriesAfter, type ReadEntry, SEALER, type SealedEntry, START } from './entries';
import type { Head } from './heads';
import { lastSeal, sealsOf } from './seals';

/** What was found in one log. */
export interface Verified {
  readonly schema: string;
  readonly entries: number;
  readonly seals: number;
  /** Entries that are too new to be sealed. */
  readonly unsealed: number;
  /** A sentence for each thing that is wrong; nothing personal. */
  readonly problems: readonly string[];
}

interface Verifying {
  readonly schema: string;
  readonly signer: AuditSigner;
  /** What was published of the log's seals outside the database. */
  readonly heads: readonly Head[];
}

/** More of one log than these say nothing more. */
const MOST_PROBLEMS = 20;

/**
 * Computes every seal of a log anew, and every entry's signature, and compares the seals with those that were published. Finds
 * an entry that was changed, removed or added by anybody but the product, and seals made anew to hide it. Reads the log once.
 */
export function verifyLog(dataSource: DataSource, asked: Verifying): Promise<Verified> {
  return inTransaction(dataSource, SEALER, (transaction) => verifyIn(transaction, asked));
}

async function verifyIn(transaction: Transaction, { schema, signer, heads }: Verifying): Promise<Verified> {
  const problems: string[] = [];
  const tell = (sentence: string) => void (problems.length < MOST_PROBLEMS && problems.push(sentence));
  const published = hashesByNumber(heads);
  const log = readLog(transaction, { schema, onEntry: entryCheck({ schema, signer, tell }) });
  let [entries, seals] = [0, 0];
  let read = await log.next();
  for (; !read.done; read = await log.next()) {
    sealProblems(schema, read.value, published).forEach(tell);
    entries += read.value.hash.entries();
    seals = read.value.seal.number;
  }
  const missing = heads.findLast(({ number }) => number > seals);
  if (missing) tell(`Seal ${missing.number} was published, and is not there.`);
  for (const sentence of await copies(transaction, schema)) tell(sentence);
  return { schema, entries: entries + read.value, seals, unsealed: read.value, problems };
}

function hashesByNumber(heads: readonly Head[]): ReadonlyMap<number, readonly string[]> {
  const hashes = new Map<number, string[]>();
  for (const { number, hash } of heads) hashes.set(number, [...(hashes.get(number) ?? []), hash]);
  return hashes;
}

/** A seal with the hash of the entries that lie up to its place. */
interface ReadSeal {
  readonly seal: Seal;
  readonly before: Seal | null;
  readonly hash: SealHash;
}

/** Reads a log once, in its order: gives each seal with what lies before it, and at the end how many entries no seal covers. */
async function* readLog(
  transaction: Transaction,
  { schema, onEntry }: { readonly schema: string; readonly onEntry: ReturnType<typeof entryCheck> },
): AsyncGenerator<ReadSeal, number> {
  // What is sealed from now on counts as not sealed yet: its entries may come after those that are read here.
  const last = (await lastSeal(transaction, schema))?.number ?? 0;
  const entries = entriesAfter(transaction, schema, { start: START, isSealing: false });
  let next = await entries.next();
  let before: Seal | null = null;
  for await (const seal of sealsOf(transaction, schema)) {
    if (seal.number > last) break;
    const hash = sealHash(before?.hash ?? null);
    for (; !next.done && comparePlaces(next.value, seal.through) <= 0; next = await entries.next()) {
      onEntry(next.value, { isFirstSeal: before === null });
      hash.add(next.value);
    }
    yield { seal, before, hash };
    before = seal;
  }
  let unsealed = 0;
  for (; !next.done; next = await entries.next()) {
    onEntry(next.value, { isFirstSeal: before === null });
    unsealed += 1;
  }
  return unsealed;
}

function sealProblems(
  schema: string,
  { seal, before, hash }: ReadSeal,
  published: ReadonlyMap<number, readonly string[]>,
): string[] {
  // One that was published and removed, and made anew when the log had grown again, was published twice.
  if (published.get(seal.number)?.some((hash) => hash !== seal.hash))
    return [`Seal ${seal.number} is another than the one that was published: it was made anew.`];
  const number = (before?.number ?? 0) + 1;
  if (seal.number !== number) return [`Seal ${number} is not there: ${seal.number} follows the one before.`];
  const found = hash.entries();
  const of = `of the ${seal.entries} entries of seal ${seal.number} (${seal.sealedAt.toISOString()})`;
  if (found < seal.entries) return [`${seal.entries - found} ${of} were removed.`];
  if (found > seal.entries)
    return [`${found - seal.entries} more than the ${of.slice(7)} are there: they were added.`];
  if (hash.end(schema, seal) === seal.hash) return [];
  return [`One or more ${of} were changed, or the seal itself was.`];
}

interface Checking {
  readonly schema: string;
  readonly signer: AuditSigner;
  tell(sentence: string): void;
}

/** Checks that the product signed an entry. */
function entryCheck({ schema, signer, tell }: Checking) {
  return (entry: ReadEntry, { isFirstSeal }: { isFirstSeal: boolean }): void => {
    const { id, nonce, signature, is_ahead } = entry;
    if (is_ahead)
      tell(
        `Entry ${id} is of a transaction that the server has not come to: it was not written as the product does.`,
      );
    if (nonce === null || signature === null) {
      // Entries of before the log was sealed are in its first seal alone.
      if (!isFirstSeal) tell(`Entry ${id} is not signed: the product did not write it.`);
      return;
    }
    if (!signer.hasSigned({ schema, ...signedOf(entry), nonce }, signature))
      tell(`Entry ${id} is not as the product signed it: it was changed, or somebody else wrote it.`);
  };
}

/** The entries whose signature another entry before them has: whoever copies one makes it true twice. */
async function copies(transaction: Transaction, schema: string): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    `select unnest((array_agg(id order by xid, id))[2:])::text as id from "${schema}".audit_entry
     where nonce is not null group by nonce having count(*) > 1 limit $1`,
    [MOST_PROBLEMS],
  );
  return rows.map(({ id }) => `Entry ${id} is a copy of another.`);
}

const signedOf = ({ actor, role, action, record_id, request_id }: SealedEntry) => ({
  ...{ actor, role, action, recordId: record_id, requestId: request_id },
});
