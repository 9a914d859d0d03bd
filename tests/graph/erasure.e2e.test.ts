import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { CORPORATE_COLUMNS } from '../../imports/corporate-crm/columns';
import { testServerUrl } from '../../platform/testing/database';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { findDuplicatesOn } from '../../scripts/import/find-duplicates-on';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { EVERY_FIGURE } from '../figures/every-figure';

type Cells = Readonly<Partial<Record<(typeof CORPORATE_COLUMNS)[number], string>>>;

/** A case that was closed in 2016; every place for people holds a word that nobody else has. */
const row = (cells: Cells, beyond: readonly string[] = []): string => {
  const whole: Cells = {
    ...{ 'Case Ref': '100900001', 'Case Type': 'Corporate Complaint', Stage: '1' },
    ...{ 'Date Received': '04/01/2016 09:00', 'Date Acknowledged': '05/01/2016 09:00' },
    ...{ 'Date Responded': '15/01/2016 09:00', Status: 'Closed', 'Closure Code': 'Part Upheld' },
    ...{ Directorate: 'Corporate and Support Services', Service: 'Contact Centre', Channel: 'Telephone' },
    ...{ Category: 'Quality of service', Ward: 'Bramhall North', 'Last Updated': '16/01/2016 09:00' },
    ...{ Officer: 'Canaryofficer', Title: 'Mrs', Forename: 'Canaryforename', Surname: 'Canarysurname' },
    ...{ Email: 'canary@example.org', Postcode: 'SK1 9ZZ', Summary: 'Canarysummary was told of.' },
    ...cells,
  };
  return [...CORPORATE_COLUMNS.map((column) => whole[column] ?? ''), ...beyond].join(',');
};
const fileOf = (...rows: string[]) => [CORPORATE_COLUMNS.join(','), ...rows, ''].join('\r\n');
const OTHER = {
  'Case Ref': '100900009',
  Surname: 'Survivor',
  Forename: 'S',
  Email: '',
  Postcode: '',
  Summary: 'x',
  Officer: '',
};

const FIRST = fileOf(
  row({}),
  row({ Summary: 'Canarycopy at the same moment.' }),
  row({
    'Case Ref': '100900002',
    Stage: '2',
    'Parent Ref': '100900001',
    'Date Received': '01/02/2016 09:00',
    'Date Responded': '20/02/2016 09:00',
  }),
  row({ Stage: 'Canarystage' }),
  row({}, ['Canarybeyond']),
  row({ 'Case Ref': '100900004', 'Date Received': 'Canaryday' }),
  row(OTHER),
);
const NEWER = fileOf(row({ 'Last Updated': '01/03/2016 09:00', Summary: 'Canarynewer' }), row(OTHER));

const DECIDE = `mutation ($command: ID!, $id: ID!, $cause: RetentionCause!) {
  done: decideCorporateRetention(command: $command, id: $id, decision: ANONYMISE, cause: $cause, reason: "Asked for") { __typename ... on Refusal { code } } }`;
const CORRECT = `mutation ($id: ID!, $cells: [CellInput!]!) {
  done: correctQuarantinedRow(id: $id, cells: $cells, reason: "Canaryreason") { __typename } }`;
const RESTRICT = `mutation ($command: ID!, $id: ID!) { done: restrictCorporateComplaint(command: $command, id: $id,
  kind: STAFF_COMPLAINED_ABOUT, reason: "Canaryrestriction", named: ["olu", "canarynamed"], complainedAbout: ["canarystaff"]) { __typename } }`;
const UNDO = `mutation ($run: ID!) { done: undoImport(run: $run, reason: "The wrong file") { __typename } }`;
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

describe('somebody who is erased', () => {
  let product: TestProduct;
  let superuser: Client;
  beforeAll(async () => {
    product = await startTestProduct();
    const url = new URL(testServerUrl());
    url.pathname = new URL(product.database.urlFor('corporate')).pathname;
    superuser = new Client({ connectionString: url.href });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser?.end();
    await product?.stop();
  });

  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  const ask = async (as: string, query: string, variables: object = {}): Promise<any> => {
    // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
    const { data, errors } = await product.ask<any>(as, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };

  /** Every table of every schema in which a row holds a canary in any column, and how many rows do. */
  async function canaries(): Promise<Record<string, number>> {
    const { rows: tables } = await superuser.query<{ table: string }>(
      `select format('%I.%I', schemaname, tablename) as table from pg_tables
       where schemaname !~ '^pg_' and schemaname <> 'information_schema' order by 1`,
    );
    const found: Record<string, number> = {};
    for (const { table } of tables) {
      const { rows } = await superuser.query(
        `select count(*)::int as n from ${table} as held where held::text ~* 'canar[yi]|SK1 ?9ZZ'`,
      );
      if (rows[0].n > 0) found[table] = rows[0].n;
    }
    for (const file of await readdir(product.settings.dataDirectory, {
      recursive: true,
      withFileTypes: true,
    })) {
      const at = path.join(file.parentPath, file.name);
      // The extract that the test itself wrote is the council's own.
      if (!file.isFile() || at.endsWith('corporate-crm.csv')) continue;
      if (/canary/i.test(await readFile(at, 'latin1'))) found[at] = 1;
    }
    return found;
  }

  /** All that is counted: figures, facts, faults and rows that were kept back. */
  async function counted(): Promise<unknown> {
    const figures = await ask('analyst', EVERY_FIGURE);
    const facts = await inTransaction(
      product.schemas.of('insight'),
      { subject: 'test', role: 'projection' },
      ({ query }) =>
        query(
          `select to_jsonb(held) - '{version,changed_at}'::text[] as fact from insight.stage_fact held order by 1`,
        ),
    );
    const tallies = await inTransaction(product.schemas.of('intake'), IMPORT_SCOPE, async ({ query }) => [
      await query(
        'select owner, code, state, sum(count) as n from intake.fault_tally group by 1, 2, 3 order by 1, 2, 3',
      ),
      await query(
        'select owner, state, codes, sum(count) as n from intake.quarantine_tally group by 1, 2, 3 order by 1, 2, 3',
      ),
    ]);
    return { figures, facts, tallies };
  }

  const complaintOf = async (reference: string): Promise<string> => {
    const { rows } = await superuser.query('select complaint_id from corporate.stage where reference = $1', [
      reference,
    ]);
    return rows[0].complaint_id;
  };
  const erase = async (number: number, id: string, cause = 'ERASURE') =>
    (await ask('officer', DECIDE, { command: uuid(number), id, cause })).done;
  const newestRun = async () =>
    (
      await superuser.query(
        `select max(id)::text as id from intake.import_run where state = 'loaded' and kind = 'file'`,
      )
    ).rows[0].id;

  it('is in many places before', async () => {
    expect((await product.loadText('corporate-crm', FIRST)).quarantined).toBe(3);
    const { rows } = await superuser.query(
      `select id from intake.quarantined_row where 'RECEIVED_UNREADABLE' = any (codes)`,
    );
    const cells = [
      { column: 'Date Received', value: '04/01/2016 09:00' },
      { column: 'Summary', value: 'Canarycorrected' },
    ];
    await ask('officer', CORRECT, { id: rows[0].id, cells });
    await product.carryOut();
    await product.loadText('corporate-crm', NEWER);
    await findDuplicatesOn(product);
    const id = await complaintOf('100900001');
    await ask('officer', RESTRICT, { command: uuid(9), id });
    expect(Object.keys(await canaries())).toEqual([
      ...[
        'corporate.account',
        'corporate.account_words',
        'corporate.conflict_of_interest',
        'corporate.restriction',
      ],
      ...[
        'intake.amendment',
        'intake.fault',
        'intake.held_row',
        'intake.quarantined_row',
        'intake.replaced_row',
      ],
    ]);
  });

  it('is in no table and no file afterwards, and everything is counted as before', async () => {
    const before = await counted();
    const ids = [await complaintOf('100900001'), await complaintOf('100900004')];
    for (const [number, id] of ids.entries())
      expect(await erase(number + 1, id, number === 0 ? 'REVIEW' : 'ERASURE')).toEqual({
        __typename: 'RetentionDecided',
      });
    // What the stream published reaches those who keep the rows, and they take people out.
    await product.carryOut();
    expect(await product.carryOut()).toBe(3);
    // What is compared is made anew of what is left.
    await findDuplicatesOn(product);
    expect(await canaries()).toEqual({});
    expect(await counted()).toEqual(before);
    const { rows } = await superuser.query(`select surname from corporate.account`);
    expect(rows).toEqual([{ surname: 'Survivor' }]);
  });

  it('does not come back by the same files, nor by a newer one, nor by what was undone', async () => {
    const before = await counted();
    expect(await product.loadText('corporate-crm', NEWER)).toMatchObject({ loaded: 0, copies: 2 });
    expect(await counted()).toEqual(before);
    await product.loadText('corporate-crm', FIRST);
    expect(await canaries()).toEqual({});
    const changed = row({
      'Last Updated': '01/04/2016 09:00',
      Summary: 'Canarylast',
      'Closure Code': 'Not Upheld',
    });
    expect(await product.loadText('corporate-crm', fileOf(changed))).toMatchObject({ loaded: 1, updated: 1 });
    const { rows } = await superuser.query(
      `select outcome from corporate.stage where reference = '100900001'`,
    );
    expect(rows).toEqual([{ outcome: 'NOT_UPHELD' }]);
    expect(await canaries()).toEqual({});
    for (let undone = 0; undone < 2; undone += 1) {
      await ask('admin', UNDO, { run: await newestRun() });
      await product.carryOut();
    }
    expect(await canaries()).toEqual({});
    expect(((await counted()) as { facts: unknown }).facts).toEqual((before as { facts: unknown }).facts);
  });

  it('is taken out once, and nobody who was not erased with them', async () => {
    expect(await product.carryOut()).toBe(0);
    const audit = await superuser.query(
      `select action, count(*)::int as n from corporate.audit_entry where action in ('RETENTION_DECIDE', 'PEOPLE_ANONYMISE') group by 1 order by 1`,
    );
    expect(audit.rows).toEqual([
      { action: 'PEOPLE_ANONYMISE', n: 2 },
      { action: 'RETENTION_DECIDE', n: 2 },
    ]);
    expect(JSON.stringify((await superuser.query('select raw from intake.held_row')).rows)).toContain(
      'Survivor',
    );
  });
});
