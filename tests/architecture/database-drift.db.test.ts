import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { connect } from '../../platform/postgres/connect';
import { type TestDatabase, testDatabase, testServerUrl } from '../../platform/testing/database';
import { siteSchema } from '../../site/schema';
import { loadSubgraphs } from '../../subgraphs/registry';
import { describeDatabase } from './describe-database';
import { isReference, REFERENCE_TABLES } from './reference-tables';
import {
  type Door,
  doors,
  leaks,
  plantRow,
  readersByRoleAlone,
  readersCleared,
  removersByRole,
  tablesWithRowSecurity,
} from './row-security';

const SNAPSHOT = path.join(__dirname, 'database.snapshot.txt');
const REMEDY = `The database is not as ${path.basename(SNAPSHOT)} says. If it is meant to be: remove that file, run
  npm test -- tests/architecture/database-drift
twice (the first run writes it anew and fails), look through what changed, and commit it with the migration.`;

const HUMAN_ROLES = ['analyst', 'manager', 'officer', 'partner', 'auditor', 'admin'];
const TASK_ROLES = ['import', 'seed', 'projection', 'courier'];

describe('the database that the migrations make', () => {
  const subgraphs = [...loadSubgraphs(), siteSchema];
  let database: TestDatabase;
  let superuser: Client;

  beforeAll(async () => {
    database = await testDatabase(subgraphs);
  });
  afterAll(() => database?.stop());

  // Each test has a connection that has set nothing yet, and leaves nothing behind.
  beforeEach(async () => {
    const url = new URL(testServerUrl());
    url.pathname = new URL(database.ownerUrl).pathname;
    superuser = new Client({ connectionString: url.href });
    await superuser.connect();
    await superuser.query('begin');
  });
  afterEach(async () => {
    await superuser.query('rollback');
    await superuser.end();
  });

  const loginOf = (subgraph: string) =>
    `"${decodeURIComponent(new URL(database.logins.urlOf(subgraph)).username)}"`;

  describe('against what TypeORM is told of its tables', () => {
    const drift = async (name: string): Promise<string[]> => {
      const subgraph = subgraphs.find((one) => one.name === name);
      if (!subgraph) throw new Error(`No subgraph ${name}`);
      const dataSource = await connect({ url: database.ownerUrl, subgraph, poolSize: 1 });
      try {
        const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
        return upQueries.map(({ query }) => query);
      } finally {
        await dataSource.destroy();
      }
    };

    it.each(subgraphs.map(({ name }) => name))('has no difference in %s', async (name) => {
      expect(await drift(name)).toEqual([]);
    });

    it('is seen to differ when a column is added by hand', async () => {
      await database.owner.query('alter table corporate.stage add column planted text');
      expect(await drift('corporate')).not.toEqual([]);
      await database.owner.query('alter table corporate.stage drop column planted');
    });
  });

  describe('against the committed description', () => {
    const text = async () => `${(await describeDatabase(superuser)).join('\n')}\n`;

    it('has no difference in tables, columns, policies, triggers, functions, roles or grants', async () => {
      const found = await text();
      if (!fs.existsSync(SNAPSHOT)) {
        fs.writeFileSync(SNAPSHOT, found);
        throw new Error(`${SNAPSHOT} was not there. It has been written: look through it and commit it.`);
      }
      const written = new Set(fs.readFileSync(SNAPSHOT, 'utf8').split('\n'));
      const lines = new Set(found.split('\n'));
      const differences = [
        ...[...lines].filter((line) => !written.has(line)).map((line) => `only in the database: ${line}`),
        ...[...written].filter((line) => !lines.has(line)).map((line) => `only in the file: ${line}`),
      ];
      if (differences.length > 0) throw new Error(`${REMEDY}\n${differences.join('\n')}`);
      expect(lines.size).toBeGreaterThan(200);
    });

    it.each([
      ['a table', 'create table insight.planted (id int)'],
      ['a column', 'alter table corporate.stage add column planted text'],
      ['a default', "alter table corporate.stage alter column route set default 'DIRECT'"],
      ['an index', 'create index planted on corporate.stage (theme)'],
      ['a constraint', 'alter table corporate.stage add constraint planted check (number < 9)'],
      ['a permissive policy', 'create policy planted on corporate.account for select using (true)'],
      ['a policy dropped', 'drop policy who_may_read on corporate.account'],
      ['a policy changed', 'alter policy who_may_read on corporate.account using (true)'],
      ['row security no longer forced', 'alter table corporate.account no force row level security'],
      ['a function', "create function corporate.planted() returns int language sql as 'select 1'"],
      [
        'a trigger',
        `create trigger planted before update on corporate.stage
           for each row execute function suppress_redundant_updates_trigger()`,
      ],
      ['a grant to everybody', 'grant select on corporate.account to public'],
      ['a grant on one column', 'grant update (kind) on corporate.outbox to public'],
      ['a grant on a schema', 'grant usage on schema corporate to public'],
      ['a view past the policies', 'create view insight.planted as select * from corporate.account'],
    ])('is seen to differ by %s', async (_what, sql) => {
      const before = await text();
      await superuser.query(sql);
      expect(await text()).not.toBe(before);
    });

    it("is seen to differ by a login's right to more", async () => {
      const before = await text();
      await superuser.query(`grant delete on corporate.complaint to ${loginOf('corporate')}`);
      const granted = await text();
      expect(granted).not.toBe(before);
      await superuser.query(`alter role ${loginOf('corporate')} bypassrls`);
      expect(await text()).not.toBe(granted);
    });
  });

  describe('row-level security', () => {
    const open = async () =>
      (await tablesWithRowSecurity(superuser)).filter(({ forced }) => !forced).map(({ table }) => table);

    it('is forced on every table but those of reference data, each with its reason', async () => {
      const unexplained = (await open()).filter((table) => !isReference(table));
      expect(unexplained).toEqual([]);
    });

    it('has no table on that list that is not there or that it is forced on', async () => {
      const tables = await open();
      const idle = REFERENCE_TABLES.filter(
        ({ tables: pattern }) => !tables.some((table) => pattern.test(table)),
      );
      expect(idle).toEqual([]);
    });

    it.each([
      ['without it', 'create table corporate.planted (id int)'],
      ['where it is not forced', 'alter table insight.stage_fact no force row level security'],
      ['where it is switched off', 'alter table corporate.account disable row level security'],
    ])('is missed in a table %s', async (_what, sql) => {
      await superuser.query(sql);
      expect((await open()).filter((table) => !isReference(table))).toHaveLength(1);
    });

    const plantRows = async () => {
      const all = await doors(superuser);
      for (const table of new Set(all.map((door) => door.table))) await plantRow(superuser, table);
      return all;
    };

    it('lets nobody through while settings are unset, empty or garbage', async () => {
      const all = await plantRows();
      expect(new Set(all.map(({ table }) => table.split('.')[0]))).toEqual(
        new Set(subgraphs.map(({ name }) => name)),
      );
      expect(await leaks(superuser, all)).toEqual([]);
    });

    it.each([
      ['read', 'alter policy who_may_read on corporate.account using (true)', 'select'],
      ['added to', 'alter policy writers_add on corporate.account with check (true)', 'insert'],
      [
        'read where a setting is compared so that an unset one fits',
        `alter policy who_may_read on corporate.account
           using (current_setting('scope.role', true) is distinct from 'auditor')`,
        'select',
      ],
    ])('is seen to leak when a table can be %s', async (_what, sql, verb) => {
      const accounts = (await plantRows()).filter(({ table }) => table === 'corporate.account');
      // Of the two policies that stand before an account, each holds alone.
      await superuser.query('drop policy closed_cases on corporate.account');
      await superuser.query(sql);
      const found = await leaks(superuser, accounts);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((leak) => !leak.startsWith(`corporate.account: ${verb} goes through`))).toEqual([]);
    });

    it('stays closed when a permissive policy is added by mistake', async () => {
      const accounts = (await plantRows()).filter(({ table }) => table === 'corporate.account');
      await superuser.query(
        'create policy planted on corporate.account for all using (true) with check (true)',
      );
      expect(await leaks(superuser, accounts)).toEqual([]);
    });

    it('shows people and narratives to no role by itself: a clearance or a service has to go with it', async () => {
      const all = await plantRows();
      const accounts = all.filter(({ table }) => table.endsWith('.account'));
      expect(accounts.length).toBeGreaterThan(1);
      for (const door of accounts) {
        const readers = await readersByRoleAlone(superuser, { door, roles: [...HUMAN_ROLES, ...TASK_ROLES] });
        expect({ table: door.table, readers }).toEqual({ table: door.table, readers: ['import'] });
      }
    });

    /** People, and rows as their systems gave them. */
    const OF_PEOPLE = /^(\w+\.account|intake\.(held_row|quarantined_row))$/;

    it('shows people and rows as they came to no key of a program, whatever its role opens to persons', async () => {
      const doors = (await plantRows()).filter(({ table }) => OF_PEOPLE.test(table));
      expect(doors.length).toBeGreaterThanOrEqual(6);
      for (const door of doors) {
        const readersBy = (credential: string) =>
          readersCleared(superuser, { door, roles: HUMAN_ROLES, credential });
        expect({ table: door.table, readers: await readersBy('key') }).toEqual({
          table: door.table,
          readers: [],
        });
        expect(await readersBy('')).toContain('officer');
      }
    });

    /** What somebody keeps for themselves, and removes again. */
    const ONES_OWN = ['site.saved_view', 'site.post_address', 'site.subscription', 'site.outgoing_mail'];
    const removable = async () =>
      (await plantRows()).filter(({ table, may }) => may.includes('delete') && !ONES_OWN.includes(table));
    const removedByHumans = async (all: readonly Door[]) => {
      const removed: string[] = [];
      for (const door of all) {
        const roles = await removersByRole(superuser, { door, roles: HUMAN_ROLES });
        removed.push(...roles.map((role) => `${door.table} by ${role}`));
      }
      return removed;
    };

    it('lets loads and projections remove rows, and no person, whatever they are cleared for', async () => {
      const all = await removable();
      const tables = all.map(({ table }) => table);
      expect(tables).toEqual(
        expect.arrayContaining(['corporate.account', 'ombudsman.ombudsman_case', 'telephony.call_people']),
      );
      expect(await removedByHumans(all)).toEqual([]);
    });

    it('is seen to let people remove rows where a policy says nothing of them', async () => {
      const accounts = (await removable()).filter(({ table }) => table === 'corporate.account');
      await superuser.query('drop policy closed_cases on corporate.account');
      await superuser.query('alter policy loads_take_back on corporate.account using (true)');
      expect(await removedByHumans(accounts)).toEqual(
        HUMAN_ROLES.map((role) => `corporate.account by ${role}`),
      );
    });

    it('shows what people keep for themselves to nobody else, and who is signed in to no person', async () => {
      const all = (await plantRows()).filter(({ table }) => table.startsWith('site.'));
      expect(all.map(({ table }) => table)).toEqual(
        [...ONES_OWN, 'site.draft', 'site.kept_form', 'site.session'].sort(),
      );
      for (const door of all) {
        const readers = await readersByRoleAlone(superuser, { door, roles: [...HUMAN_ROLES, ...TASK_ROLES] });
        expect({ table: door.table, readers }).toEqual({ table: door.table, readers: [] });
      }
    });

    it('shows facts to those who see figures, and to a partner only its own', async () => {
      const all = await plantRows();
      for (const door of all.filter(({ table }) => /^insight\.(stage|complaint)_fact$/.test(table))) {
        const readers = await readersByRoleAlone(superuser, { door, roles: HUMAN_ROLES });
        expect(readers).toEqual(['analyst', 'manager', 'officer', 'admin']);
      }
    });
  });
});
