import { loginName, quoted } from '../postgres/names';
import type { Transaction } from '../transaction/transaction';
import type { Unapplied } from './apply';
import type { Position } from './outbox';

/** A follower in its schema, and the outbox that it reads. */
export interface SubscriptionKey {
  readonly schema: string;
  readonly follower: string;
  readonly source: string;
}

/** A dead letter: which event it is, and nothing of what it says. */
export interface DeadLetter extends SubscriptionKey {
  readonly position: Position;
  readonly kind: string;
  readonly reason: string;
}

/** Keeps a row for each dead letter, in the transaction that moves past it. */
export async function keepDeadLetters(
  transaction: Transaction,
  { schema, follower, source }: SubscriptionKey,
  dead: readonly Unapplied[],
): Promise<DeadLetter[]> {
  for (const { event, reason } of dead) {
    const { xid, id } = event.position;
    await transaction.query(
      `insert into "${schema}".set_aside (follower, source, xid, id, kind, reason)
       values ($1, $2, $3::xid8, $4::bigint, $5, $6) on conflict do nothing`,
      [follower, source, xid, id, event.kind, reason],
    );
  }
  return dead.map(({ event: { position, kind }, reason }) => {
    return { schema, follower, source, position, kind, reason };
  });
}

/** Takes the rows of a follower away, before it is built anew, and gives them. */
export async function takeDeadLetters(
  transaction: Transaction,
  { schema, follower }: Omit<SubscriptionKey, 'source'>,
): Promise<(Position & { readonly source: string })[]> {
  return transaction.query(
    `with taken as (delete from "${schema}".set_aside where follower = $1 returning source, xid, id)
     select source, xid::text, id::text from taken`,
    [follower],
  );
}

/** What is needed of the owner of a database, to mend what all parts have. */
export interface SchemaOwner {
  readonly database: string;
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/**
 * Sees to it that every schema that can follow has its table of dead letters (`set_aside`). A part of the outbox like the checkpoint
 * of a follower, and so the same for all parts; schemas that were made before it get it here.
 */
export async function ensureDeadLetterTables(owner: SchemaOwner, schemas: readonly string[]): Promise<void> {
  const lacking = await owner.query<{ schema: string }>(
    `select schemaname as schema from pg_tables place
     where tablename = 'follower_place' and schemaname = any ($1) and not exists (
       select from pg_tables there where there.schemaname = place.schemaname and there.tablename = 'set_aside')
     order by schemaname`,
    [schemas],
  );
  for (const { schema } of lacking) {
    const login = quoted(loginName({ database: owner.database, subgraph: schema }));
    await owner.query(`
      create table ${quoted(schema)}.set_aside (
        follower text not null,
        source text not null,
        xid xid8 not null,
        id bigint not null,
        kind text not null,
        reason text not null,
        set_aside_at timestamptz not null default now(),
        primary key (follower, source, xid, id)
      )`);
    await owner.query(`grant select, insert, delete on ${quoted(schema)}.set_aside to ${login}`);
  }
}
