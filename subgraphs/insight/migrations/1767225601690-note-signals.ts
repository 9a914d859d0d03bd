import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

/** The council's own people who report figures. */
const REPORTERS = roleIsOneOf('analyst', 'manager', 'officer', 'admin');

/** Keeps what people found out about signals: added to, never changed. */
export class NoteSignals1767225601690 implements MigrationInterface {
  readonly name = 'NoteSignals1767225601690';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table insight.signal_note (
         signal_id text not null,
         version integer not null,
         text text not null,
         state text not null,
         written_by text not null,
         written_at timestamptz not null,
         constraint signal_note_pkey primary key (signal_id, version))`,
    );
    await runner.query(
      `grant select, insert on insight.signal_note to ${await quotedLogin(runner, 'insight')}`,
    );
    await forceRowSecurity(runner, 'insight.signal_note', [
      { name: 'reporters_read', command: 'select', allows: REPORTERS },
      { name: 'reporters_add', command: 'insert', allows: REPORTERS },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table insight.signal_note');
  }
}
