import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { withSettings } from '../../platform/testing/with-settings';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordedStageId } from '../live/stages-of-case';
import { asPerson, keyOf } from '../live/testing';
import type { StreamContext } from '../reading/loaders';
import { complaintIdFor } from '../stages/ids';
import { installedAs } from '../stream/create-stream';
import { factsOfLetter } from './facts-of-letter';
import { dropLetter } from './letter-commands';
import { letterResolvers } from './letter-resolvers';
import { needsApproval } from './letter-step';
import { listLetters } from './read-letters';
import { letterNotFound } from './refusals';
import { sendLetter } from './send-letter';
import { caseOfLetters, lettersThatFit } from './stage-of-letter';
import { waitingLetters } from './waiting-letters';

const OFFICER: Partial<Identity> = { subject: 'olu', role: 'officer', streams: ['corporate'] };
const OTHER: Partial<Identity> = { ...OFFICER, subject: 'ida' };
const MANAGER: Partial<Identity> = { subject: 'mark', role: 'manager', services: ['highways'] };
const ID = complaintIdFor(recordedStageId('corporate', keyOf(1), 1));
const LETTER = `corporate-${keyOf(2)}`;
const DOCUMENT = `corporate-${keyOf(50)}`;

let database: TestDatabase;
let part: ServedPart;
beforeEach(async () => {
  database = await testDatabase([corporate]);
  await database.owner.query(
    `insert into corporate.service_name (id, name, directorate)
     values ('highways', 'Highways', 'Place'), ('planning', 'Planning', 'Place')`,
  );
  const subgraph = installedAs(corporate, {
    ...{ openingMinutes: 60, authority: 'stockport', lettersApprovedFor: ['planning'] },
  });
  part = await servePart({
    ...{ subgraph, dataSource: database.of('corporate'), today: '2026-05-13' },
    person: { subject: 'olu', role: 'officer' },
  });
  await record('highways');
});
afterEach(async () => {
  await part?.stop();
  await database?.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function ask(query: string, as: Partial<Identity> = OFFICER): Promise<any> {
  const { data, errors } = await part.ask(query, as);
  return errors ? { refused: errors.map(({ extensions }) => extensions?.code) } : (data?.r ?? data);
}
const record = (service: string, key = 1) =>
  ask(`mutation { r: recordCorporateComplaint(key: "${keyOf(key)}", input: {
    receivedOn: "2026-05-11", serviceId: "${service}", summary: "Canarywords were missed.", points: ["Canarypoint"]
    parties: [{ kind: COMPLAINANT, title: "Ms", forename: "Ada", surname: "Canaryname", address: "1 Canary Street" }]
  }) { __typename } }`);
const rows = (sql: string, settings: Record<string, string> = { subject: 'aud', role: 'auditor' }) =>
  withSettings(database.of('corporate'), settings, (runner) => runner.query(sql));

const RESULT = `{ __typename ... on LetterDone { letter { id status version } } ... on Refusal { code message }
  ... on LetterRefused { part source { law } } ... on CommandUnusable { part } ... on LetterChanged { letter { version changedBy } } }`;
const begin = ({ key = 2, id = ID, kind = 'ACKNOWLEDGEMENT' } = {}, as = OFFICER) =>
  ask(
    `mutation { r: beginCorporateLetter(key: "${keyOf(key)}", id: "${id}", kind: ${kind}, signedBy: "Olu Officer") ${RESULT} }`,
    as,
  );
const step = (verb: string, key: number, version: number, more = '', as = OFFICER, id = LETTER) =>
  ask(
    `mutation { r: ${verb}CorporateLetter(key: "${keyOf(key)}", id: "${id}", version: ${version} ${more}) ${RESULT} }`,
    as,
  );
const written = (part: string, text: string) => `paragraphs: [{ part: "${part}", text: "${text}" }]`;
const SENT = `on: "2026-05-13", how: POST, documents: ["${DOCUMENT}"]`;
/** As the gateway's door keeps it. */
const keep = () =>
  ask(`mutation { r: keepDocuments(key: "${keyOf(50)}", complaint: "${ID}", source: LETTER, documents: [
    { file: "f", name: "Letter.pdf", mediaType: "application/pdf", bytes: 3, sha256: "hash", leftOut: [] }]) { ids } }`);
const waiting = (as: Partial<Identity> = OFFICER) =>
  ask('{ r: corporateWaitingLetters { id kind waitsFor changedBy complaint { id } } }', as).then((answer) =>
    Array.isArray(answer) ? answer.map(({ waitsFor, changedBy }) => `${waitsFor} ${changedBy}`) : answer,
  );
const letters = (as = OFFICER) =>
  ask(
    `{ r: corporateComplaint(id: "${ID}") { casework { lettersNeedApproval fittingLetters { kind event isRecorded }
      letters { id stage kind status version subject paragraphs { part text source { law paragraph } gaps } addressee { name lines email }
        writtenBy approvedBy returnedBecause sentOn sentHow sentEntry documents { id } steps { step whyNot } } } } }`,
    as,
  ).then((answer) => answer.casework ?? answer);

describe('letters of a live complaint', () => {
  it('are begun of what is recorded, by whoever works on it, and not by others', async () => {
    for (const other of [{ subject: 'ana', role: 'analyst' } as const, { ...OFFICER, streams: [] }])
      expect(await begin({}, other)).toEqual({ refused: ['FORBIDDEN'] });
    const elsewhere = { ...MANAGER, services: ['planning'] };
    expect((await begin({}, elsewhere)).code).toBe('CASE_NOT_FOUND');
    expect((await begin({ id: 'corporate-none' })).code).toBe('CASE_NOT_FOUND');
    expect((await begin({ kind: 'PANEL' })).code).toBe('LETTER_NOT_OPEN');
    expect(await begin({}, MANAGER)).toMatchObject({ letter: { id: LETTER, status: 'DRAFT', version: 1 } });
    const [{ paragraphs, ...letter }] = (await letters()).letters;
    expect(letter).toMatchObject({
      ...{ stage: 1, kind: 'ACKNOWLEDGEMENT', subject: 'Your complaint COR-000001', writtenBy: ['mark'] },
      addressee: { name: 'Ms Ada Canaryname', lines: ['1 Canary Street'], email: null },
    });
    const told = Object.fromEntries(paragraphs.map((one: { part: string }) => [one.part, one]));
    expect(told.ANSWER_BY.text).toContain(
      'A manager of Highways looks into it. We will answer you by 28 May 2026.',
    );
    expect(told.DEFINITION).toMatchObject({
      ...{ text: expect.stringContaining('Canarywords were missed.'), gaps: [] },
      source: { law: 'LGSCO Complaint Handling Code (February 2024)', paragraph: 'paragraph 6.2' },
    });
    expect(told.POINTS.text).toContain('- Canarypoint');
  });

  it('are begun, written and sent once by the same key', async () => {
    await begin();
    expect(await begin()).toMatchObject({ letter: { version: 1 } });
    expect((await begin({ kind: 'REFUSAL' })).part).toBe('key');
    expect((await begin({}, OTHER)).part).toBe('key');
    for (const _ of [1, 2])
      expect(await step('save', 3, 1, written('HELP', 'Call us.'))).toMatchObject({ letter: { version: 2 } });
    await keep();
    for (const _ of [1, 2])
      expect(await step('send', 4, 2, SENT)).toMatchObject({ letter: { status: 'SENT', version: 3 } });
    expect((await step('send', 5, 3, SENT)).code).toBe('LETTER_NOT_OPEN');
    expect((await step('send', 4, 2, SENT.replace('POST', 'EMAIL'))).part).toBe('key');
    expect(
      await rows(`select event from corporate.timeline_entry where event = 'sendLetter'`, IMPORT),
    ).toHaveLength(1);
  });

  it('tell who comes second what the first did, and lose nothing', async () => {
    await begin();
    await step('save', 3, 1, written('HELP', 'Call us.'), MANAGER);
    expect(await step('save', 4, 1, written('HELP', 'Write to us.'))).toMatchObject({
      ...{ code: 'LETTER_CHANGED', letter: { version: 2, changedBy: 'mark' } },
    });
    expect((await step('save', 5, 2, written('NONE', 'x'))).part).toBe('NONE');
    expect((await step('save', 6, 2, written('HELP', 'x'), { ...OFFICER, streams: [] })).refused).toEqual([
      'FORBIDDEN',
    ]);
    expect((await step('drop', 7, 1, '', OFFICER, 'corporate-none')).code).toBe('LETTER_NOT_FOUND');
    expect(await step('drop', 8, 2)).toMatchObject({ letter: { status: 'DROPPED' } });
  });

  it('leave whole, addressed and kept, and never change after that, not by the owner either', async () => {
    await begin({ kind: 'REFUSAL' });
    expect(await step('send', 3, 1, SENT)).toMatchObject({ code: 'LETTER_HAS_GAPS', part: 'REASON' });
    await step('save', 4, 1, written('REASON', ''));
    expect(await step('send', 5, 2, SENT)).toMatchObject({
      ...{
        code: 'LETTER_PARAGRAPH_MISSING',
        part: 'REASON',
        source: { law: expect.stringContaining('LGSCO') },
      },
    });
    await step('save', 6, 2, written('REASON', 'A tribunal decides on it.'));
    expect((await step('send', 7, 3, SENT)).code).toBe('LETTER_DOCUMENT_MISSING');
    await keep();
    expect((await step('send', 8, 3, SENT.replace('POST', 'EMAIL'))).message).toContain('No e-mail address');
    expect((await step('send', 9, 3, SENT.replace('05-13', '06-13'))).code).toBe('DAY_IN_FUTURE');
    expect(await step('send', 10, 3, SENT)).toMatchObject({ letter: { status: 'SENT' } });
    const [letter] = (await letters()).letters;
    expect(letter).toMatchObject({
      ...{ sentOn: '2026-05-13', sentHow: 'POST', sentEntry: 3, documents: [{ id: DOCUMENT }] },
    });
    for (const change of [
      `update corporate.letter set subject = 'Another'`,
      'delete from corporate.letter',
      'truncate corporate.letter',
    ])
      await expect(database.owner.query(change)).rejects.toThrow('never changes');
  });

  it('of a service that wants it are approved by somebody who wrote nothing of them', async () => {
    await record('planning', 9);
    const planned = complaintIdFor(recordedStageId('corporate', keyOf(9), 1));
    await begin({ id: planned });
    expect((await step('send', 3, 1, SENT)).code).toBe('LETTER_NOT_APPROVED');
    expect(await step('submit', 4, 1)).toMatchObject({ letter: { status: 'AWAITING_APPROVAL' } });
    expect((await step('save', 5, 2, written('HELP', 'x'))).code).toBe('LETTER_NOT_OPEN');
    expect((await step('approve', 6, 2)).code).toBe('LETTER_OWN');
    expect((await step('return', 7, 2, 'reason: " "', OTHER)).part).toBe('reason');
    expect(await step('return', 8, 2, 'reason: "Kinder"', OTHER)).toMatchObject({
      letter: { status: 'DRAFT' },
    });
    await step('submit', 10, 3);
    expect(await step('approve', 11, 4, '', OTHER)).toMatchObject({
      letter: { status: 'APPROVED', version: 5 },
    });
  });

  it('wait for whoever is to approve, change or send them, and for nobody else', async () => {
    for (const other of [{ subject: 'ana', role: 'analyst' } as const, { ...OFFICER, streams: [] }])
      expect(await waiting(other)).toEqual({ refused: ['FORBIDDEN'] });
    await begin();
    expect([await waiting(), await waiting(OTHER)]).toEqual([[], []]);
    await step('submit', 4, 1);
    expect([await waiting(), await waiting(OTHER), await waiting(MANAGER)]).toEqual([
      ...[[], ['APPROVE olu'], ['APPROVE olu']],
    ]);
    expect(await waiting({ ...MANAGER, services: ['planning'] })).toEqual([]);
    await step('return', 5, 2, 'reason: "Kinder"', OTHER);
    expect([await waiting(), await waiting(OTHER)]).toEqual([['SAVE ida'], []]);
    await step('submit', 6, 3);
    await step('approve', 7, 4, '', OTHER);
    expect([await waiting(), await waiting(OTHER)]).toEqual([['SEND ida'], []]);
    await keep();
    await step('send', 8, 5, SENT);
    expect(await waiting()).toEqual([]);
  });

  it('fit the state, what comes next first, and say why a step is not open', async () => {
    const before = await letters();
    expect(before.lettersNeedApproval).toBe(false);
    expect(before.fittingLetters[0]).toEqual({
      kind: 'ACKNOWLEDGEMENT',
      event: 'ACKNOWLEDGE',
      isRecorded: false,
    });
    await begin();
    const [{ steps }] = (await letters()).letters;
    expect(steps).toContainEqual({ step: 'SEND', whyNot: null });
    expect(steps).toContainEqual({
      step: 'APPROVE',
      whyNot: expect.stringContaining('The letter is a draft'),
    });
    const audit = await rows(`select actor, action, record_id from corporate.audit_entry order by id`);
    expect(audit).toContainEqual({ actor: 'olu', action: 'ACCOUNT_READ', record_id: ID });
  });

  it('go with the people of the complaint, sent ones too, and none comes in again', async () => {
    await begin();
    await keep();
    await step('send', 3, 1, SENT);
    await ask(
      `mutation { withdrawCorporateComplaint(key: "${keyOf(6)}", id: "${ID}", version: 3, on: "2026-05-13") { __typename } }`,
    );
    await ask(`mutation { r: decideCorporateRetention(command: "${keyOf(11)}", id: "${ID}", decision: ANONYMISE,
      cause: ERASURE, reason: "They ask") { __typename } }`);
    expect((await letters()).letters).toEqual([]);
    expect((await begin({ key: 12 })).code).toBe('COMMAND_UNUSABLE');
  });

  it('are closed with their complaint', async () => {
    await begin();
    await ask(
      `mutation { restrictCorporateComplaint(command: "${keyOf(7)}", id: "${ID}", kind: NAMED_PEOPLE, reason: "Staff", named: ["olu"]) { __typename } }`,
    );
    expect((await letters(OTHER)).letters).toEqual([]);
    expect((await step('drop', 8, 1, '', OTHER)).code).toBe('LETTER_NOT_FOUND');
  });

  it('are written by the database in commands alone, and removed by nobody', async () => {
    await begin();
    const olu = { subject: 'olu', role: 'officer', streams: 'corporate' };
    const change = `update corporate.letter set subject = 'x' returning id`;
    expect(await rows(`with changed as (${change}) select id from changed`, olu)).toEqual([]);
    await expect(rows('delete from corporate.letter', { ...olu, command: keyOf(9) })).rejects.toThrow(
      'permission denied',
    );
    expect(await rows('select id from corporate.letter', { ...olu, streams: 'adults' })).toEqual([]);
  });
});

describe('what letters take from a complaint', () => {
  it('is what was written and found as it was recorded last, with what was promised', async () => {
    const command = (text: string) => ask(`mutation { r: ${text} ${OUTCOME} }`);
    await command(
      `acknowledgeCorporateComplaint(key: "${keyOf(20)}", id: "${ID}", version: 1, on: "2026-05-12", definition: "Two bins")`,
    );
    await command(
      `extendCorporateComplaint(key: "${keyOf(21)}", id: "${ID}", version: 2, on: "2026-05-12", to: "2026-06-01", reason: "Both away")`,
    );
    await command(
      `answerCorporateComplaint(key: "${keyOf(22)}", id: "${ID}", version: 3, on: "2026-05-13", outcome: UPHELD, summary: "Missed twice", findings: [{ point: "Late", finding: UPHELD }])`,
    );
    await command(
      `promiseCorporateAction(key: "${keyOf(23)}", id: "${ID}", version: 4, action: "Empty it", dueOn: "2026-06-05", owner: "mark")`,
    );
    const facts = await asOlu(async (context) => {
      const held = await caseOfLetters(context, ID);
      if (held === null) throw new Error('Nobody works on it.');
      expect((await lettersThatFit(context, held)).map(({ template: { kind } }) => kind)).toEqual([
        ...['ANSWER', 'EXTENSION', 'ACKNOWLEDGEMENT'],
      ]);
      expect(needsApproval(context, 'highways')).toBe(false);
      return factsOfLetter(context, held, { kind: 'ANSWER', outcome: 'NOT_UPHELD', signedBy: null });
    });
    expect(facts).toMatchObject({
      ...{ reference: 'COR-000001', service: 'Highways', outcome: 'UPHELD' },
      words: { definition: 'Two bins', extensionReason: 'Both away', answer: 'Missed twice', plan: null },
      points: [{ words: 'Late', finding: 'UPHELD' }],
      promises: [{ action: 'Empty it', dueOn: '2026-06-05' }],
    });
    expect(facts.deadlines.find(({ name }) => name === 'ANSWER')).toMatchObject({ extendedTo: '2026-06-01' });
  });

  it('is asked of the parts that the mutations of each stream call', async () => {
    expect(Object.keys(letterResolvers('schools').Mutation ?? {})).toContain('beginSchoolsLetter');
    const none = { key: keyOf(2), id: 'corporate-none', version: 1 };
    const sending = { ...none, on: '2026-05-13', how: 'POST', documents: [] } as const;
    expect(await asOlu((context) => sendLetter(sending, context))).toEqual(letterNotFound());
    expect(await asOlu((context) => dropLetter(none, context))).toEqual(letterNotFound());
    expect(await asOlu((context) => listLetters(context, ID))).toEqual([]);
    expect(await asOlu((context) => waitingLetters(context))).toEqual([]);
  });
});

const OUTCOME = '{ __typename }';
const asOlu = <Result>(work: (context: StreamContext) => Promise<Result>) =>
  asPerson(
    { stream: corporate, dataSource: database.of('corporate'), today: '2026-05-13' },
    { subject: 'olu', role: 'officer', streams: ['corporate'] },
    work,
  );

const IMPORT = { subject: 'import', role: 'import' };
