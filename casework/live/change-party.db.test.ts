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
const idOf = (number: number) => complaintIdFor(recordedStageId('corporate', keyOf(number), 1));
const ID = idOf(1);
const HER = `${ID}/1/1`;

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
  for (const number of [1, 2])
    await ask(`mutation { r: recordCorporateComplaint(key: "${keyOf(number)}", input: {
      receivedOn: "2026-05-11", serviceId: "highways", summary: "The bin was missed again."
      parties: [{ kind: COMPLAINANT, forename: "Wrongly", surname: "Madeup", telephone: "0000" }
        { kind: REPRESENTATIVE, surname: "Helper" }] }) { __typename } }`);
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
const NAMED = '{ kind: COMPLAINANT, surname: "Rightly", email: "right@up.example", postcode: "ZZ1 1ZZ" }';
const SAID = `__typename ... on Refusal { code } ... on CommandUnusable { part }
  ... on ComplaintChanged { since { event } }
  ... on CommandDone { version entry { event text } complaint { casework { parties { id surname } } } }`;
const change = (
  { party = HER, key = 11, version = 1, input = NAMED } = {},
  as: Partial<Identity> = OFFICER,
) =>
  ask(
    `mutation { r: changeCorporateParty(key: "${keyOf(key)}", id: "${ID}", version: ${version}
      party: "${party}", input: ${input}) { ${SAID} } }`,
    as,
  );
const rows = (sql: string, settings: Record<string, string> = { subject: 'import', role: 'import' }) =>
  withSettings(database.of('corporate'), settings, (runner) => runner.query(sql));
const found = async (words: string): Promise<number> =>
  (await ask(`{ s: corporateAccountSearch(words: "${words}") { edges { node { __typename } } } }`)).s.edges
    .length;

describe('what is kept of somebody in a live complaint', () => {
  it('is changed by nobody who is not signed in, cleared for the stream, and an officer', async () => {
    for (const other of [{ scopes: [] }, { subject: 'ana', role: 'analyst' }, { ...OFFICER, streams: [] }])
      expect((await change({}, other)).refused).toEqual(['FORBIDDEN']);
    expect((await change({}, MANAGER)).r).toMatchObject({ code: 'ROLE_NOT_PERMITTED' });
    expect(await rows(`select surname from corporate.case_party where id = '${HER}'`)).toEqual([
      { surname: 'Madeup' },
    ]);
  });

  it('is of somebody of this complaint, whom nobody appointed', async () => {
    await database.owner.query(
      `insert into corporate.case_party (id, complaint_id, kind, person, surname, recorded_at)
       values ($1, $2, 'APPOINTED', 'ines', 'Ines', now())`,
      [`${ID}/person/ines`, ID],
    );
    for (const party of ['nobody', `${idOf(2)}/1/1`, `${ID}/person/ines`])
      expect((await change({ party })).r).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'party' });
    const appointed = await change({ input: '{ kind: APPOINTED, surname: "Ines" }' });
    expect(appointed.r).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'parties' });
    expect(await rows('select from corporate.timeline_entry')).toHaveLength(2);
  });

  it('is as it is given, with what is left out taken out, and the account and searches follow', async () => {
    expect([await found('Madeup'), await found('Rightly')]).toEqual([2, 0]);
    const { r } = await change();
    expect(r).toMatchObject({
      ...{ __typename: 'CommandDone', version: 2 },
      entry: { event: 'CHANGE_PARTY', text: 'What is kept of somebody was changed.' },
      complaint: { casework: { parties: [{ id: HER, surname: 'Rightly' }, { surname: 'Helper' }] } },
    });
    const now = { forename: null, surname: 'Rightly', email: 'right@up.example', postcode: 'ZZ1 1ZZ' };
    const kept = `select forename, surname, email, postcode`;
    expect(await rows(`${kept}, telephone from corporate.case_party where id = '${HER}'`)).toEqual([
      { ...now, telephone: null },
    ]);
    expect(
      await rows(`${kept}, summary from corporate.account as account
        join corporate.stage on stage.id = account.stage_id where complaint_id = '${ID}'`),
    ).toEqual([{ ...now, summary: 'The bin was missed again.' }]);
    expect([await found('Madeup'), await found('Rightly')]).toEqual([1, 1]);
  });

  it('leaves the account as it was where somebody else is changed, who is found by their new name', async () => {
    const input = '{ kind: REPRESENTATIVE, surname: "Adviser" }';
    expect((await change({ party: `${ID}/1/2`, input })).r.__typename).toBe('CommandDone');
    expect([await found('Madeup'), await found('Adviser')]).toEqual([2, 1]);
  });

  it('is told in no fact, event, or audit entry: neither what it was nor what it is', async () => {
    await change();
    const told = [
      ...(await rows('select told::text from corporate.timeline_entry as told')),
      ...(await rows('select told::text from corporate.live_case as told')),
      ...(await rows('select told::text from corporate.audit_entry as told', {
        subject: 'aud',
        role: 'auditor',
      })),
      ...(await withSettings(
        database.of('outbox_reader'),
        { subject: 'courier', role: 'courier' },
        (runner) => runner.query('select told::text from corporate.outbox as told'),
      )),
    ];
    expect(told.length).toBeGreaterThan(6);
    expect(JSON.stringify(told)).not.toMatch(/Madeup|Wrongly|Rightly|right@|ZZ1/);
    expect(JSON.stringify(told)).toContain(HER);
  });

  it('is changed once by one key, and not over what somebody else did since', async () => {
    const done = await change();
    expect(await change()).toEqual(done);
    expect((await change({ input: '{ kind: COMPLAINANT, surname: "Third" }' })).r.code).toBe(
      'COMMAND_UNUSABLE',
    );
    expect((await change({ key: 12 })).r).toMatchObject({
      ...{ code: 'COMPLAINT_CHANGED', since: [{ event: 'CHANGE_PARTY' }] },
    });
    expect(await rows(`select from corporate.timeline_entry where event = 'changeParty'`)).toHaveLength(1);
  });

  it('is not brought back once the people are taken out, by the same key or another', async () => {
    const done = await change();
    await ask(
      `mutation { r: withdrawCorporateComplaint(key: "${keyOf(13)}", id: "${ID}", version: 2, on: "2026-05-12") { __typename } }`,
    );
    const decided = await ask(
      `mutation { r: decideCorporateRetention(command: "${keyOf(14)}", id: "${ID}", decision: ANONYMISE, cause: ERASURE, reason: "Asked for") { __typename } }`,
    );
    expect(decided.r.__typename).toMatch(/Saved|Decided|Done/);
    expect((await change()).r).toMatchObject({ __typename: done.r.__typename, version: 2 });
    expect((await change({ key: 15, version: 3 })).r).toMatchObject({ part: 'party' });
    for (const table of ['case_party', 'timeline_words'])
      expect(await rows(`select from corporate.${table} where complaint_id = '${ID}'`)).toEqual([]);
    expect(await found('Rightly')).toBe(0);
  });
});
