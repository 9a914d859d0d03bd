import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { withSettings } from '../../platform/testing/with-settings';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordedStageId } from '../live/stages-of-case';
import { keyOf } from '../live/testing';
import { complaintIdFor } from '../stages/ids';

const OFFICER: Partial<Identity> = { subject: 'olu', role: 'officer', streams: ['corporate'] };
const MANAGER: Partial<Identity> = { subject: 'mark', role: 'manager', services: ['highways'] };
const ID = complaintIdFor(recordedStageId('corporate', keyOf(1), 1));

let database: TestDatabase;
let part: ServedPart;
beforeEach(async () => {
  database = await testDatabase([corporate]);
  await database.owner.query(
    `insert into corporate.service_name (id, name, directorate) values ('highways', 'Highways', 'Place')`,
  );
  part = await servePart({
    ...{ subgraph: corporate, dataSource: database.of('corporate'), today: '2026-05-13' },
    person: { subject: 'olu', role: 'officer' },
  });
  await ask(`mutation { r: recordCorporateComplaint(key: "${keyOf(1)}", input: {
    receivedOn: "2026-05-11", serviceId: "highways", summary: "The bin was missed again." }) { __typename } }`);
});
afterEach(async () => {
  await part?.stop();
  await database?.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function ask(query: string, as: Partial<Identity> = OFFICER): Promise<any> {
  const { data, errors } = await part.ask(query, as);
  return errors ? { refused: errors.map(({ extensions }) => extensions?.code) } : data;
}
const rows = (sql: string, settings: Record<string, string> = { subject: 'import', role: 'import' }) =>
  withSettings(database.of('corporate'), settings, (runner) => runner.query(sql));

const given = (file: string, more = '') =>
  `{ file: "${file}", name: "Canaryname ${file}.pdf", mediaType: "application/pdf", bytes: 3, sha256: "hash of ${file}", leftOut: [] ${more} }`;
const keep = (
  { key = 2, id = ID, documents = [given('a')], source = 'UPLOAD' } = {},
  as: Partial<Identity> = OFFICER,
) =>
  ask(
    `mutation { r: keepDocuments(key: "${keyOf(key)}", complaint: "${id}", source: ${source}, documents: [${documents.join(' ')}]) {
      ids files outcome { __typename ... on Refusal { code } ... on CommandDone { version entry { event text } } } } }`,
    as,
  ).then((answer) => answer.r ?? answer);
const list = (as: Partial<Identity> = OFFICER) =>
  ask(
    `{ c: corporateComplaint(id: "${ID}") { casework { documents { id stage name mediaType bytes sha256 source parent attachedBy
      leftOut { name reason } } } } }`,
    as,
  ).then((answer) => answer.c?.casework?.documents ?? answer);
const held = (id: string, as: Partial<Identity> = OFFICER) =>
  ask(`{ f: documentFile(id: "${id}") { file name mediaType bytes sha256 } }`, as);
const audited = () =>
  rows(`select actor, action, record_id from corporate.audit_entry order by id`, {
    subject: 'aud',
    role: 'auditor',
  });
const MAIN = `corporate-${keyOf(2)}`;

describe('documents of a live complaint', () => {
  it('are attached and read by nobody who does not work on it', async () => {
    await keep();
    const others = [
      { subject: 'ana', role: 'analyst' },
      { ...OFFICER, streams: [] },
    ];
    for (const other of [...others, { ...OFFICER, credential: 'key' } as const]) {
      expect(await keep({ key: 3 }, other)).toEqual({ refused: ['FORBIDDEN'] });
      expect(await held(MAIN, other)).toEqual({ refused: ['FORBIDDEN'] });
    }
    const elsewhere = { ...MANAGER, services: ['planning'] };
    expect((await keep({ key: 3 }, elsewhere)).outcome.code).toBe('CASE_NOT_FOUND');
    expect(await held(MAIN, elsewhere)).toEqual({ f: null });
    expect(await rows('select id from corporate.document')).toHaveLength(1);
  });

  it('are kept with an entry of the timeline, whatever version was seen, by officers and managers of the service', async () => {
    expect(await keep({}, MANAGER)).toMatchObject({
      ...{ ids: [MAIN], files: ['a'] },
      outcome: { version: 2, entry: { event: 'ATTACH', text: 'A document was attached.' } },
    });
    expect((await keep({ key: 3, documents: [given('b')] })).outcome.version).toBe(3);
    expect(await list()).toMatchObject([
      { id: MAIN, stage: 1, name: 'Canaryname a.pdf', source: 'UPLOAD', parent: null, attachedBy: 'mark' },
      { id: `corporate-${keyOf(3)}`, attachedBy: 'olu', sha256: 'hash of b' },
    ]);
    expect(await list(MANAGER)).toHaveLength(2);
    const [entry] = await rows(`select facts from corporate.timeline_entry where place = 2`);
    expect(entry?.facts).toEqual({ event: 'attach', documents: [MAIN] });
  });

  it('keep what came with an e-mail under it, and what was left out of it', async () => {
    const email = given('mail').replace('leftOut: []', 'leftOut: [{ name: "x.exe", reason: "A program." }]');
    const kept = await keep({ documents: [email, given('part', 'parent: 0'), given('within', 'parent: 1')] });
    expect(kept.outcome.entry.text).toBe('3 documents were attached.');
    expect(await list()).toMatchObject([
      { id: MAIN, source: 'UPLOAD', leftOut: [{ name: 'x.exe', reason: 'A program.' }] },
      { id: `${MAIN}-1`, source: 'EMAIL', parent: MAIN },
      { id: `${MAIN}-2`, source: 'EMAIL', parent: `${MAIN}-1` },
    ]);
  });

  it('are kept once by the same key, and refused with other content', async () => {
    await keep();
    const again = given('a2').replace('hash of a2', 'hash of a');
    expect(await keep({ documents: [again] })).toMatchObject({ ids: [MAIN], files: ['a'] });
    expect((await keep({ documents: [given('b')] })).outcome.code).toBe('COMMAND_UNUSABLE');
    expect((await keep({ documents: [again] }, { ...OFFICER, subject: 'zoe' })).outcome.code).toBe(
      'COMMAND_UNUSABLE',
    );
    expect(await rows('select id from corporate.document')).toHaveLength(1);
  });

  it('are refused for what is no complaint here', async () => {
    expect(await keep({ id: 'corporate-none' })).toMatchObject({
      ...{ ids: [], files: [] },
      outcome: { code: 'CASE_NOT_FOUND' },
    });
  });

  it('tell which file holds them, and each reading is recorded', async () => {
    await keep();
    expect((await held(MAIN)).f).toMatchObject({ file: 'a', sha256: 'hash of a', bytes: 3 });
    await list();
    expect(await audited()).toEqual([
      { actor: 'olu', action: 'CASE_RECORD', record_id: ID },
      { actor: 'olu', action: 'CASE_COMMAND', record_id: ID },
      { actor: 'olu', action: 'DOCUMENT_READ', record_id: MAIN },
      { actor: 'olu', action: 'ACCOUNT_READ', record_id: ID },
    ]);
  });

  it('are read by nobody where the reading cannot be recorded', async () => {
    await keep();
    await database.owner.query(
      `alter table corporate.audit_entry add constraint none check (action <> 'DOCUMENT_READ')`,
    );
    expect(await held(MAIN)).toEqual({ refused: ['INTERNAL_SERVER_ERROR'] });
  });

  it('are closed with their complaint', async () => {
    await keep();
    await ask(
      `mutation { restrictCorporateComplaint(command: "${keyOf(7)}", id: "${ID}", kind: NAMED_PEOPLE, reason: "Staff", named: ["ida"]) { __typename } }`,
    );
    expect(await held(MAIN, { ...OFFICER, subject: 'zoe' })).toEqual({ f: null });
    expect((await keep({ key: 4 }, { ...OFFICER, subject: 'zoe' })).outcome.code).toBe('CASE_NOT_FOUND');
    expect((await held(MAIN, { ...OFFICER, subject: 'ida' })).f).toMatchObject({ file: 'a' });
  });

  it('go with the people of the complaint, and none comes in again', async () => {
    await keep();
    await ask(
      `mutation { withdrawCorporateComplaint(key: "${keyOf(6)}", id: "${ID}", version: 2, on: "2026-05-12") { __typename } }`,
    );
    const { r } =
      await ask(`mutation { r: decideCorporateRetention(command: "${keyOf(8)}", id: "${ID}", decision: ANONYMISE,
      cause: ERASURE, reason: "They ask") { __typename ... on Refusal { message } } }`);
    expect(r).toEqual({ __typename: 'RetentionDecided' });
    expect(await rows('select id from corporate.document')).toEqual([]);
    for (const key of [2, 3]) expect((await keep({ key })).outcome.code).toBe('COMMAND_UNUSABLE');
    expect(await rows('select id from corporate.document')).toEqual([]);
  });

  it('are added by the database to commands alone, and changed or removed by nobody', async () => {
    await keep();
    const olu = { subject: 'olu', role: 'officer', streams: 'corporate' };
    const add = `insert into corporate.document select 'x', complaint_id, entry, place, stage, name, media_type, bytes, sha256,
      source, parent, left_out, 'y', attached_by, attached_at from corporate.document`;
    await expect(rows(add, olu)).rejects.toThrow('row-level security');
    await expect(rows(add, { ...olu, subject: 'zoe', command: keyOf(9) })).rejects.toThrow(
      'row-level security',
    );
    for (const sql of [`update corporate.document set name = 'x'`, 'delete from corporate.document'])
      await expect(rows(sql, { ...olu, command: keyOf(9) })).rejects.toThrow('permission denied');
    expect(await rows('select id from corporate.document', { ...olu, streams: 'adults' })).toEqual([]);
  });
});
