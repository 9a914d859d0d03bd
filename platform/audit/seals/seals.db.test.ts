import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { QueryRunner } from 'typeorm';
import { fixedClock, systemClock } from '../../config/clock';
import { createLogger } from '../../logging/logger';
import { testAuditSigner as signer } from '../../testing/audit-signer';
import { type TestDatabase, type TestSubgraph, testDatabase } from '../../testing/database';
import { inTransaction } from '../../transaction/transaction';
import { recordAudit } from '../record';
import { createAuditSigner } from '../signer';
import { createAuditTable } from '../tables';
import { SEALER } from './entries';
import { type Head, headOf, publishToFile, readHeads } from './heads';
import { keepSealing } from './keep-sealing';
import { sealAudit } from './seal-audit';
import { sealLog } from './seal-log';
import { readUnsealed } from './unsealed';
import { verifyLog } from './verify-log';

const OLD =
  "insert into pond.audit_entry (actor, role, action, record_id, request_id) values ('olu', 'officer', 'ACCOUNT_READ', 'frog-0', 'before')";

/** A log that has an entry of before it was signed. */
const pond: TestSubgraph = {
  name: 'pond',
  tables: [],
  migrations: [
    class KeepAudit1700000000000 {
      async up(runner: QueryRunner): Promise<void> {
        await createAuditTable(runner, 'pond');
        await runner.query('alter table pond.audit_entry no force row level security');
        await runner.query(OLD);
        await runner.query('alter table pond.audit_entry force row level security');
        await sealAudit(runner, 'pond');
      }
      async down(): Promise<void> {
        throw new Error('Not in these tests');
      }
    },
  ],
};

describe('a sealed audit log', () => {
  let database: TestDatabase;
  const heads: Head[] = [];
  beforeEach(async () => {
    database = await testDatabase([pond]);
    heads.length = 0;
  });
  afterEach(() => database.stop());

  const dataSource = () => database.of('pond');
  const note = (...recordIds: string[]) =>
    inTransaction(dataSource(), { subject: 'olu', role: 'officer' }, (transaction) =>
      recordAudit(
        {
          identity: { subject: 'olu', role: 'officer', scopes: [], streams: [], services: [], partner: null },
          ...{ transaction, clock: systemClock, requestId: 'a request', auditSigner: signer },
        },
        { schema: 'pond', action: 'ACCOUNT_READ', recordIds },
      ),
    );
  const seal = async () => {
    const made = await sealLog(dataSource(), 'pond', fixedClock('2021-05-04'));
    if (made !== null) heads.push(headOf('pond', made));
    return made;
  };
  /** Seals all that was noted, once no other test's transaction, on the same server, holds any of it back. */
  const sealNoted = async () => {
    for (;;) {
      const [held] = await inTransaction(dataSource(), SEALER, (transaction) =>
        transaction.query<{ entries: number }>(
          'select count(*)::int as entries from pond.audit_entry where xid >= pg_snapshot_xmin(pg_current_snapshot())',
        ),
      );
      if (held?.entries === 0) return seal();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const verify = async (by = signer) =>
    (await verifyLog(dataSource(), { schema: 'pond', signer: by, heads })).problems;
  /** What nobody may do but whoever holds the database itself. */
  const asSuperuser = async (...statements: string[]) => {
    const runner = database.owner.createQueryRunner();
    await runner.query('alter table pond.audit_entry no force row level security');
    await runner.query('alter table pond.audit_seal no force row level security');
    for (const statement of statements) await runner.query(statement);
    await runner.query('alter table pond.audit_entry force row level security');
    await runner.query('alter table pond.audit_seal force row level security');
    await runner.release();
  };
  /** A day of work: entries of before, three seals, and one entry that is not sealed yet. */
  const work = async () => {
    await sealNoted();
    await note('frog-1', 'frog-2');
    await sealNoted();
    await note('newt-1');
    await note('newt-2');
    await sealNoted();
    await note('toad-1');
  };

  it('tells how long its oldest entry has waited for a seal', async () => {
    const waited = async () => {
      const { samples } = await readUnsealed([{ schema: 'pond', dataSource: dataSource() }]);
      return samples.map(({ value }) => value > 0);
    };
    await note('frog-1');
    expect(await waited()).toEqual([true]);
    await sealNoted();
    expect(await waited()).toEqual([false]);
  });

  it('is as it was written, when nobody touched it', async () => {
    await work();
    expect(await verifyLog(dataSource(), { schema: 'pond', signer, heads })).toEqual({
      ...{ schema: 'pond', entries: 6, seals: 3, unsealed: 1, problems: [] },
    });
    expect(
      await verify(createAuditSigner(['a newer key', 'what tests alone sign with, and nobody else'])),
    ).toEqual([]);
  });

  it('is sealed once for what came, and of an empty log only to begin with', async () => {
    expect(await seal()).toMatchObject({ number: 1, entries: 1 });
    expect(await seal()).toBeNull();
    await note('frog-1');
    expect(await sealNoted()).toMatchObject({ number: 2, entries: 1 });
    expect(await verify()).toEqual([]);
  });

  it('leaves what runs beside an open transaction for later, and forgets nothing of it', async () => {
    await seal();
    const runner = database.owner.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select pg_current_xact_id()');
    await note('frog-1');
    expect(await seal()).toBeNull();
    await runner.commitTransaction();
    await runner.release();
    expect(await sealNoted()).toMatchObject({ entries: 1 });
  });

  const CHANGED = 'not as the product signed it';
  const TAMPERED: readonly [string, readonly string[], string][] = [
    ['who did it', ["update pond.audit_entry set actor = 'cora' where record_id = 'frog-1'"], CHANGED],
    [
      'what was done',
      ["update pond.audit_entry set action = 'COPY_READ' where record_id = 'newt-1'"],
      CHANGED,
    ],
    ['to whom', ["update pond.audit_entry set record_id = 'frog-9' where record_id = 'frog-1'"], CHANGED],
    [
      'of what is not sealed yet',
      ["update pond.audit_entry set record_id = 'x' where record_id = 'toad-1'"],
      CHANGED,
    ],
    [
      'when',
      ["update pond.audit_entry set at = at - interval '1 day' where record_id = 'frog-1'"],
      'entries of seal 2',
    ],
    [
      'an entry of before',
      ["update pond.audit_entry set actor = 'cora' where record_id = 'frog-0'"],
      'of seal 1',
    ],
    [
      'an entry removed',
      ["delete from pond.audit_entry where record_id = 'newt-2'"],
      '1 of the 2 entries of seal 3',
    ],
    ['one of before added', [OLD], 'is not signed'],
    [
      'one added among the old',
      [`${OLD}`, "update pond.audit_entry set xid = '5' where request_id = 'before'"],
      '1 more than the 1 entries of seal 1',
    ],
    [
      'one copied',
      [
        "insert into pond.audit_entry (actor, role, action, record_id, request_id, nonce, signature) select actor, role, action, record_id, request_id, nonce, signature from pond.audit_entry where record_id = 'newt-1'",
      ],
      'is a copy of another',
    ],
    [
      'the last seal removed',
      ['delete from pond.audit_seal where number = 3'],
      'Seal 3 was published, and is not there',
    ],
    ['a seal between removed', ['delete from pond.audit_seal where number = 2'], 'Seal 2 is not there'],
    [
      'a seal changed',
      ['update pond.audit_seal set sealed_at = now() where number = 2'],
      'the seal itself was',
    ],
  ];
  it.each(TAMPERED)('shows that somebody changed %s', async (_, statements, said) => {
    await work();
    await asSuperuser(...statements);
    expect((await verify()).join('\n')).toContain(said);
  });

  it('shows that seals were made anew to hide it', async () => {
    await work();
    await asSuperuser(
      "update pond.audit_entry set at = at - interval '1 day' where record_id = 'frog-1'",
      'delete from pond.audit_seal',
    );
    const published = heads.splice(0);
    await seal();
    for (const record of ['newt-3', 'newt-4']) {
      await note(record);
      await sealNoted();
    }
    expect(await verify()).toEqual([]);
    heads.splice(0, heads.length, ...published);
    expect((await verify())[0]).toContain('is another than the one that was published');
  });

  it('shows that a published seal was removed, when the log has grown again too', async () => {
    await work();
    await asSuperuser(
      "delete from pond.audit_entry where record_id in ('newt-1', 'newt-2', 'toad-1')",
      'delete from pond.audit_seal where number = 3',
    );
    await note('newt-3');
    expect(await sealNoted()).toMatchObject({ number: 3 });
    expect((await verify())[0]).toContain('Seal 3 is another than the one that was published');
  });

  it('is changed by no login of the product, nor read by anybody but auditors', async () => {
    await work();
    const as = (role: string, sql: string) =>
      inTransaction(dataSource(), { subject: 'olu', role }, (transaction) => transaction.query(sql));
    for (const role of ['officer', 'admin', 'sealer'])
      for (const table of ['audit_entry', 'audit_seal']) {
        await expect(as(role, `delete from pond.${table}`)).rejects.toThrow('permission denied');
        await expect(as(role, `update pond.${table} set xid = '1'`)).rejects.toThrow();
      }
    expect(await as('officer', 'select * from pond.audit_seal')).toEqual([]);
    expect(await as('auditor', 'select * from pond.audit_seal')).toHaveLength(3);
    await expect(
      as('officer', "insert into pond.audit_seal values (9, now(), 0, '1', 1, '')"),
    ).rejects.toThrow('row-level security');
  });

  it('is sealed every few moments, and each seal published, again where that failed', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'heads-'));
    const file = path.join(folder, 'deep', 'heads.jsonl');
    let fails = 2;
    const told: Head[] = [];
    const sealing = keepSealing({
      schemas: [{ schema: 'pond', dataSource: dataSource() }],
      publish: [
        publishToFile(file),
        async (head) => {
          fails -= 1;
          if (fails >= 0) throw new Error('Nobody there');
          told.push(head);
        },
      ],
      ...{ logger: createLogger({ level: 'silent' }), everyMillis: 20 },
    });
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await note('frog-1');
    await sealing.stop();
    const { heads: published = [] } = (await readHeads(file)) ?? {};
    const numbers = published.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)]);
    heads.push(...published);
    expect(published[0]).toEqual(told[0]);
    expect(await verify()).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('has its seals in a file that goes on after a line that was cut off', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'heads-'));
    const file = path.join(folder, 'heads.jsonl');
    await work();
    for (const head of heads.slice(0, 2)) await publishToFile(file)(head);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -40));
    for (const head of heads.slice(2)) await publishToFile(file)(head);
    expect(await readHeads(file)).toEqual({ heads: [heads[0], heads[2]], unreadableLines: [2] });
    expect(await readHeads(path.join(folder, 'none'))).toBeNull();
    rmSync(folder, { recursive: true });
  });
});
