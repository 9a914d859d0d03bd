import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const TABLE = `
  create table intake.job (
    id bigint not null constraint job_pkey primary key,
    kind text not null constraint job_kinds check (kind in ('import', 'dry_run', 'undo', 'search', 'rebuild')),
    state text not null constraint job_states
      check (state in ('waiting', 'working', 'cancelling', 'done', 'refused', 'failed', 'cancelled')),
    source text,
    file text,
    bytes bigint,
    sha256 text,
    upload text,
    asked_by text not null,
    asked_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    attempts int not null default 0,
    is_recording boolean not null default false,
    done int,
    expected int,
    outcome jsonb,
    refusal text,
    message text,
    cancelled_by text,
    seen_at timestamptz,
    kept_until timestamptz,
    next_job_id bigint,
    watched text,
    filed_at timestamptz,
    amendment_id bigint)`;

const INDEXES = [
  `create index job_under_way on intake.job (id) where state in ('waiting', 'working', 'cancelling')`,
  'create index job_by_who_asked on intake.job (asked_by, id)',
  'create unique index job_by_upload on intake.job (upload) where upload is not null',
  'create unique index job_watched on intake.job (watched) where watched is not null and filed_at is null',
];

/** Admins ask for long work and cancel it, and see all of it; whoever works on it says how it stands. */
export class KeepJobs1735689600350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    await runner.query('create sequence intake.job_number');
    await runner.query(TABLE);
    for (const statement of INDEXES) await runner.query(statement);
    await runner.query('alter table intake.import_run add column job_id bigint');
    await runner.query(
      'create index import_run_by_job on intake.import_run (job_id) where job_id is not null',
    );
    await runner.query(`grant select, insert, update on intake.job to ${login}`);
    await runner.query(`grant usage on sequence intake.job_number to ${login}`);
    const works = roleIsOneOf('import', 'admin');
    await forceRowSecurity(runner, 'intake.job', [
      { name: 'admins_and_imports_read', command: 'select', allows: works },
      {
        name: 'in_ones_own_name',
        command: 'insert',
        allows: `(${roleIsOneOf('import')} or (${roleIsOneOf('admin')} and coalesce(asked_by = ${setting('subject')}, false)))`,
      },
      { name: 'admins_and_imports_change', command: 'update', allows: works },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index intake.import_run_by_job');
    await runner.query('alter table intake.import_run drop column job_id');
    await runner.query('drop table intake.job');
    await runner.query('drop sequence intake.job_number');
  }
}
