import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import {
  forceRowSecurity,
  listHolds,
  type Policy,
  roleIsOneOf,
  setting,
} from '../../../platform/postgres/row-security';

const IMPORT = roleIsOneOf('import');
const CLEARED_FOR_BOTH = `(${roleIsOneOf('officer')} and ${listHolds('streams', 'one_owner')}
  and ${listHolds('streams', 'other_owner')})`;
const DECIDES = `(${roleIsOneOf('admin')} or ${CLEARED_FOR_BOTH})`;

const TABLES = [
  `create table intake.matter (
     source text not null,
     record text not null,
     owner text,
     content_hash text not null,
     received_on date,
     names text[] not null,
     email text,
     postcode text,
     words int[] not null,
     own_references text[] not null,
     named_references text[] not null,
     constraint matter_pkey primary key (source, record))`,
  `create table intake.duplicate_search (
     salt text not null constraint duplicate_search_pkey primary key,
     ledger_changes bigint not null,
     is_unpaired boolean not null)`,
  `insert into intake.duplicate_search values (gen_random_uuid()::text || gen_random_uuid()::text, 0, false)`,
  `create table intake.likely_duplicate (
     id text not null constraint likely_duplicate_pkey primary key,
     one_source text not null,
     one_record text not null,
     one_owner text,
     other_source text not null,
     other_record text not null,
     other_owner text,
     reasons text[] not null,
     days int not null,
     strength int not null,
     found_at timestamptz not null,
     state text not null constraint likely_duplicate_states check (state in ('open', 'confirmed', 'refused')),
     decided_by text,
     decided_at timestamptz,
     reason text,
     constraint likely_duplicate_decided_by_somebody check (
       num_nonnulls(decided_by, decided_at, reason) = case when state = 'open' then 0 else 3 end))`,
  'create index likely_duplicate_by_one on intake.likely_duplicate (one_source, one_record)',
  'create index likely_duplicate_by_other on intake.likely_duplicate (other_source, other_record)',
  'create index likely_duplicate_in_order on intake.likely_duplicate (strength, id)',
];

const POLICIES: Readonly<Record<string, readonly Policy[]>> = {
  matter: [
    { name: 'the_search_alone_reads', command: 'select', allows: IMPORT },
    { name: 'the_search_adds', command: 'insert', allows: IMPORT },
    { name: 'the_search_changes', command: 'update', allows: IMPORT },
    { name: 'the_search_forgets', command: 'delete', allows: IMPORT },
  ],
  duplicate_search: [
    { name: 'the_search_alone_reads', command: 'select', allows: IMPORT },
    { name: 'the_search_changes', command: 'update', allows: IMPORT },
  ],
  likely_duplicate: [
    { name: 'those_cleared_for_both_read', command: 'select', allows: `(${IMPORT} or ${DECIDES})` },
    { name: 'the_search_adds', command: 'insert', allows: IMPORT },
    { name: 'decided_once_in_ones_own_name', command: 'update', allows: `(${IMPORT} or ${DECIDES})` },
    { name: 'the_search_takes_open_ones_back', command: 'delete', allows: `(${IMPORT} and state = 'open')` },
  ],
};

/** What nobody has decided may be decided, by whoever sees it, in their own name. */
const DECIDED_ONCE = `
  alter policy decided_once_in_ones_own_name on intake.likely_duplicate
    using (${IMPORT} or (${DECIDES} and state = 'open'))
    with check (${IMPORT} or (${DECIDES} and state <> 'open' and coalesce(decided_by = ${setting('subject')}, false)))`;

/** Records of different systems that may be one matter, and what they are found by. */
export class FindDuplicates1735689600060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    for (const statement of TABLES) await runner.query(statement);
    for (const [table, policies] of Object.entries(POLICIES)) {
      const commands = policies.map(({ command }) => command).join(', ');
      await runner.query(`grant ${commands} on intake.${table} to ${login}`);
      await forceRowSecurity(runner, `intake.${table}`, policies);
    }
    await runner.query(DECIDED_ONCE);
  }

  /** What people decided would be lost. */
  down(): Promise<void> {
    return Promise.reject(new Error('What people decided about likely duplicates is kept nowhere else'));
  }
}
