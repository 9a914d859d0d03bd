import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { withSettings } from '../../platform/testing/with-settings';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { complaintIdFor } from '../stages/ids';
import { recordedStageId } from './stages-of-case';
import { keyOf } from './testing';

const OFFICER: Partial<Identity> = { subject: 'olu', role: 'officer', streams: ['corporate'] };
const MANAGER: Partial<Identity> = { subject: 'mark', role: 'manager', services: ['highways'] };
const ANALYST: Partial<Identity> = { subject: 'ana', role: 'analyst' };
const ID = complaintIdFor(recordedStageId('corporate', keyOf(1), 1));

let database: TestDatabase;
let part: ServedPart;
beforeEach(async () => {
  database = await testDatabase([corporate]);
  await withSettings(database.of('corporate'), {}, async (runner) => {
    await runner.query(
      `insert into corporate.service_name (id, name, directorate) values ('highways', 'Highways', 'Place')`,
    );
    await runner.commitTransaction();
    await runner.startTransaction();
  });
  part = await servePart({
    ...{ subgraph: corporate, dataSource: database.of('corporate'), today: '2026-05-13' },
    person: { subject: 'olu', role: 'officer' },
  });
});
afterEach(async () => {
  await part.stop();
  await database.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function ask(query: string, as: Partial<Identity> = OFFICER): Promise<any> {
  const { data, errors } = await part.ask(query, as);
  return errors ? { refused: errors.map(({ extensions }) => extensions?.code) } : data;
}

const SAID = `__typename ... on Refusal { code }
  ... on CommandDone { version complaint { id reference } entry { event text by on words { part words } } }
  ... on CommandRefused { part source { law } permitted { event mutation isOpenToCaller } }
  ... on ComplaintChanged { version since { event place } }
  ... on CommandUnusable { part }`;
const record = (as?: Partial<Identity>, more = '', number = 1, serviceId = 'highways') =>
  ask(
    `mutation { r: recordCorporateComplaint(key: "${keyOf(number)}", input: {
      receivedOn: "2026-05-11", serviceId: "${serviceId}", summary: "The bin was missed again."
      parties: [{ kind: COMPLAINANT, surname: "Madeup", bornOn: "1970-02-03" }] ${more} }) { ${SAID} } }`,
    as,
  );
const command = (field: string, as?: Partial<Identity>) => ask(`mutation { r: ${field} { ${SAID} } }`, as);
const named = (number: number, version: number) =>
  `key: "${keyOf(number)}", id: "${ID}", version: ${version}`;
const acknowledge = (as?: Partial<Identity>, on = '2026-05-12') =>
  command(`acknowledgeCorporateComplaint(${named(2, 1)}, on: "${on}")`, as);
const READ = `{ c: corporateComplaint(id: "${ID}") { reference casework {
  version state stateTitle waitsFor nextLimit nextDueOn
  permitted { event mutation roles isOpenToCaller }
  timeline(first: 1) { totalCount pageInfo { hasNextPage } edges { node { id place event text words { part words } } } }
  parties { kind surname bornOn } linkedTo { id } mergedInto { id } panel found { point finding } } } }`;
const audited = () =>
  withSettings(database.of('corporate'), { subject: 'aud', role: 'auditor' }, (runner) =>
    runner.query('select actor, action from corporate.audit_entry order by id'),
  );

describe('recording a complaint by the graph', () => {
  it('is closed to those not signed in, other roles and other streams', async () => {
    expect((await record({ scopes: [] })).refused).toEqual(['FORBIDDEN']);
    expect((await record(ANALYST)).refused).toEqual(['FORBIDDEN']);
    expect((await record({ ...OFFICER, streams: ['adults'] })).refused).toEqual(['FORBIDDEN']);
    expect((await record(MANAGER)).r).toMatchObject({
      __typename: 'CommandRefused',
      code: 'ROLE_NOT_PERMITTED',
    });
  });

  it('names the part that cannot be meant', async () => {
    expect((await record(OFFICER, 'theme: "Delay"')).r.code).toBeUndefined();
    const part = async (more: string) => (await record(OFFICER, more, 3)).r.part;
    expect((await record(OFFICER, '', 3, 'no-such')).r.part).toBe('serviceId');
    expect(await part('complainedAbout: ["not a subject"]')).toBe('complainedAbout');
    expect(await part(`points: [${Array.from({ length: 51 }, () => '"x"').join(' ')}]`)).toBe('points');
    expect((await record(OFFICER, `theme: "${'x'.repeat(201)}"`, 3)).r).toMatchObject({
      ...{ code: 'COMMAND_UNUSABLE', part: 'theme' },
    });
  });

  it('answers with the complaint as it stands, the same when it comes again', async () => {
    const done = await record();
    expect(done.r).toMatchObject({
      ...{ __typename: 'CommandDone', version: 1, complaint: { id: ID, reference: 'COR-000001' } },
      entry: { event: 'RECORD', by: 'olu', on: '2026-05-11', words: [{ part: 'SUMMARY' }] },
    });
    expect(await record()).toEqual(done);
  });
});

describe('a command by the graph', () => {
  beforeEach(async () => void (await record()));

  it('is closed to those not signed in, and to other roles', async () => {
    expect((await acknowledge({ scopes: [] })).refused).toEqual(['FORBIDDEN']);
    expect((await acknowledge(ANALYST)).refused).toEqual(['FORBIDDEN']);
    expect((await acknowledge({ ...MANAGER, services: ['parks'] })).r.code).toBe('CASE_NOT_FOUND');
  });

  it('is refused by what the procedure says, with what may be done', async () => {
    const { r } = await command(
      `reopenCorporateComplaint(${named(2, 1)}, on: "2026-05-12", reason: "New facts")`,
    );
    expect(r).toMatchObject({ __typename: 'CommandRefused', code: 'EVENT_NOT_PERMITTED' });
    expect(r.permitted).toEqual(
      expect.arrayContaining([
        { event: 'ACKNOWLEDGE', mutation: 'acknowledgeCorporateComplaint', isOpenToCaller: true },
        { event: 'CORRECT_DATE', mutation: 'correctCorporateDate', isOpenToCaller: true },
      ]),
    );
    expect((await acknowledge(OFFICER, 'soon')).r).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'on' });
  });

  it('names no other complaint that is not there, or does not go on', async () => {
    const other = await command(`linkCorporateComplaint(${named(2, 1)}, other: "corporate-none")`);
    expect(other.r).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'other' });
    const into = await command(
      `mergeCorporateComplaint(${named(2, 1)}, on: "2026-05-12", into: "corporate-none")`,
    );
    expect(into.r).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'into' });
    const second = (await record(OFFICER, '', 5)).r.complaint.id;
    expect((await command(`linkCorporateComplaint(${named(2, 1)}, other: "${second}")`)).r.version).toBe(2);
    const merge = `mergeCorporateComplaint(${named(3, 2)}, on: "2026-05-12", into: "${second}")`;
    expect((await command(merge)).r).toMatchObject({ version: 3 });
    expect((await ask(READ)).c.casework).toMatchObject({
      linkedTo: [{ id: second }],
      mergedInto: { id: second },
    });
  });

  it('is done, answered the same again, and told to whoever had not seen it', async () => {
    const done = await acknowledge();
    expect(done.r).toMatchObject({ __typename: 'CommandDone', version: 2, entry: { event: 'ACKNOWLEDGE' } });
    expect(await acknowledge()).toEqual(done);
    const late = await command(`noteCorporateComplaint(${named(3, 1)}, note: "Seen")`, MANAGER);
    expect(late.r).toMatchObject({
      code: 'COMPLAINT_CHANGED',
      version: 2,
      since: [{ event: 'ACKNOWLEDGE' }],
    });
  });
});

describe('a live complaint as it is read', () => {
  beforeEach(async () => void (await record()));

  it('says how it stands, what may be done, what happened and whose it is, and that is noted', async () => {
    const { c } = await ask(READ);
    expect(c).toMatchObject({
      reference: 'COR-000001',
      casework: {
        ...{
          version: 1,
          state: 'RECEIVED',
          waitsFor: 'TEAM',
          nextLimit: 'ACKNOWLEDGE',
          nextDueOn: '2026-05-18',
        },
        timeline: {
          ...{ totalCount: 1, pageInfo: { hasNextPage: false } },
          edges: [
            { node: { id: `${ID}/1`, event: 'RECORD', words: [{ words: 'The bin was missed again.' }] } },
          ],
        },
        parties: [{ kind: 'COMPLAINANT', surname: 'Madeup', bornOn: '1970-02-03' }],
        ...{ linkedTo: [], mergedInto: null, panel: [], found: [] },
      },
    });
    expect(await audited()).toEqual([
      { actor: 'olu', action: 'CASE_RECORD' },
      // By the answer to the recording, then by this question: words, and people.
      ...[1, 2, 3].map(() => ({ actor: 'olu', action: 'ACCOUNT_READ' })),
    ]);
  });

  it('is shown to managers of its service, and to nobody else', async () => {
    expect((await ask(READ, MANAGER)).c.casework).toMatchObject({
      version: 1,
      parties: [{ surname: 'Madeup' }],
    });
    expect((await ask(READ, { ...MANAGER, services: ['parks'] })).c.casework).toBeNull();
    expect((await ask(READ, { ...OFFICER, streams: ['adults'] })).c.casework).toBeNull();
    expect((await ask(READ, ANALYST)).refused).toEqual(expect.arrayContaining(['FORBIDDEN']));
  });

  it('shows no words where it cannot be noted that they are read', async () => {
    await database.owner.query(
      'alter table corporate.audit_entry add constraint full_log check (actor <> $$olu$$) not valid',
    );
    const { data, errors } = await part.ask(READ, OFFICER);
    expect(errors).not.toBeUndefined();
    expect(JSON.stringify(data)).not.toMatch(/Madeup|missed/);
  });

  it('keeps its words and people from whom it is restricted, and all of it from whom it is about', async () => {
    await ask(
      `mutation { r: restrictCorporateComplaint(command: "${keyOf(9)}", id: "${ID}", kind: NAMED_PEOPLE, reason: "Known to many", named: ["olu"]
        complainedAbout: ["dan"]) { __typename } }`,
    );
    const { c } = await ask(READ, { ...OFFICER, subject: 'cora' });
    expect(c.casework).toMatchObject({
      version: 1,
      parties: [],
      timeline: { edges: [{ node: { words: [] } }] },
    });
    expect((await acknowledge({ ...OFFICER, subject: 'cora' })).r.code).toBe('CASE_NOT_FOUND');
    expect((await ask(READ, { ...OFFICER, subject: 'dan' })).c.casework).toBeNull();
    expect((await ask(READ)).c.casework.parties).toHaveLength(1);
  });
});
