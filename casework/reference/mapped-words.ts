import type { QueryRunner } from 'typeorm';
import { type MappedWord, type MappedWords, mappedWords } from '../../domain/words/mapped-words';
import type { PlacedEvent } from '../../platform/outbox/outbox';
import { quotedLogin } from '../../platform/postgres/names';
import { lockName } from '../../platform/transaction/lock-name';
import type { Transaction } from '../../platform/transaction/transaction';

/** How long a batch of a load waits for a word to be given its meaning: 100,000 complaints take some ten seconds. */
const LOAD_WAITS_MILLIS = 120_000;

/** Makes a schema's copy of what words were decided to mean. Reference data: it leads to no record. */
export async function createMappedWordTable(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`
    create table "${schema}".mapped_word (
      subject text not null constraint mapped_word_pkey primary key,
      version bigint not null,
      mapped jsonb not null
    )`);
  await runner.query(
    `grant select, insert, update, delete on "${schema}".mapped_word to ${await quotedLogin(runner, schema)}`,
  );
}

/** Keeps what directory published; a decision that comes again, or late, does no harm. */
export async function keepMappedWords(
  transaction: Transaction,
  schema: string,
  events: readonly PlacedEvent<MappedWord>[],
): Promise<void> {
  for (const { subject, version, payload } of events) {
    await transaction.query(
      `insert into "${schema}".mapped_word as held (subject, version, mapped) values ($1, $2, $3::jsonb)
       on conflict (subject) do update set version = excluded.version, mapped = excluded.mapped
       where excluded.version > held.version`,
      [subject, version, JSON.stringify(payload)],
    );
  }
}

/** All that was decided, as far as this schema has heard. */
export async function readMappedWords(transaction: Transaction, schema: string): Promise<MappedWord[]> {
  const rows = await transaction.query<{ mapped: MappedWord }>(
    `select mapped from "${schema}".mapped_word order by subject`,
  );
  return rows.map(({ mapped }) => mapped);
}

/**
 * The words by which a batch of records is recorded. Until the transaction ends no word is given a meaning here, and no
 * bank holiday changes: a record would else be written by the old ones after the new were applied to all that is there.
 */
export async function holdMappedWords(transaction: Transaction, schema: string): Promise<MappedWords> {
  // A word that many complaints hold takes its time, and a load that gave up would have to be made again.
  await transaction.query(`select set_config('lock_timeout', $1, true)`, [`${LOAD_WAITS_MILLIS}ms`]);
  await holdCalendar(transaction, schema);
  return mappedWords(await readMappedWords(transaction, schema));
}

/** Keeps the calendar as it is until the transaction ends, by the same lock as the words. Others who hold it do not wait. */
export async function holdCalendar(transaction: Transaction, schema: string): Promise<void> {
  await lockName(transaction, lockOf(schema), { isShared: true });
}

/** Waits for all who record by the words as they are, and keeps others from it until the transaction ends. */
export async function lockMappedWords(transaction: Transaction, schema: string): Promise<void> {
  await lockName(transaction, lockOf(schema));
}

const lockOf = (schema: string): string => `${schema}.mapped_word`;
