import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { demonstrationPerson } from '../../demo/people';
import type { SourceName } from '../../imports/sources';
import { createLogger } from '../../platform/logging/logger';
import { writeExposition } from '../../platform/metrics/exposition';
import { processRegistry } from '../../platform/metrics/process-registry';
import { startCollector } from '../../platform/tracing/testing';
import { measureParts } from '../../scripts/product/metrics';
import { startRelay } from '../../scripts/product/open-product';
import { openTracing } from '../../scripts/product/tracing';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { loadSubgraphs } from '../../subgraphs/registry';
import { makeLiveCases } from '../attacks/live-cases';
import { generateQuery } from '../fuzz/generate-query';
import { asOwner, everythingIn, PLANTED, type Planting, personalColumns, plant, SENT } from './plant';

const EXTRACTS: readonly (readonly [SourceName, string])[] = [
  ['corporate-crm', 'corporate-crm.csv'],
  ['adults', 'adults-social-care.csv'],
  ['childrens', 'childrens-cloud.jsonl'],
  ['ombudsman', 'ombudsman-register.xlsx'],
  ['calls', 'telephony-calls.csv'],
];
const QUESTIONS = 60;
const OLU = demonstrationPerson({ role: 'officer' }) ?? 'officer';
const CALLERS = [OLU, 'manager', 'admin', 'analyst', 'auditor', 'partner'];

const kept = Object.fromEntries(loadSubgraphs().map(({ name, keptData = [] }) => [name, keptData]));
const columns = personalColumns(kept);
/** What insight says of itself: who reported, decided or asked. Of others it holds nobody. */
const [ofInsight, ofOthers] = [true, false].map((isInsight) =>
  columns.filter(({ schema }) => (schema === 'insight') === isInsight),
);

/** All that leaves the product, or that somebody who runs it reads, but answers to those who may see people. */
const told = { log: '', streams: '', metrics: '', traces: '', errors: '', events: '', insight: '' };
const logged = (line: string): void => {
  told.log += line;
};
let product: TestProduct;
let planting: Planting;

const CORPORATE = `Case Ref,Case Type,Stage,Parent Ref,Route,Date Received,Date Acknowledged,Target Date,Date Responded,Status,Closure Code,Directorate,Service,Category,Channel,Ward,Officer,School URN,School,Title,Forename,Surname,Email,Postcode,Summary,Last Updated`;
const rowOf = (values: readonly string[]) => values.join(',');
const dirty = [
  CORPORATE,
  rowOf([
    ...['100999001', 'Corporate Complaint', '1', '', '', '29/10/2019 09:09', '', '', '', 'Open', ''],
    ...['Place', 'Parking', 'Delay', 'Email', SENT, SENT, '', '', SENT, SENT, SENT, `${SENT}@example.org`],
    ...[SENT, SENT, '22/11/2019 11:18'],
  ]),
  rowOf(Array.from({ length: 26 }, () => SENT)),
  `"${SENT}`,
].join('\n');

const INPUT = {
  ...{ receivedOn: '2024-05-20', serviceId: 'greenspace', complainedAbout: ['dan'] },
  ...{ summary: SENT, points: [SENT] },
  parties: [
    {
      ...{ kind: 'COMPLAINANT', relationship: SENT, title: SENT, forename: SENT, surname: SENT },
      ...{ email: SENT, telephone: SENT, address: SENT, postcode: SENT, bornOn: '1970-01-01' },
    },
  ],
};
const RECORD = `mutation Record($key: ID!, $input: RecordComplaintInput!) {
  done: recordCorporateComplaint(key: $key, input: $input) { __typename ... on CommandDone { entry { id } } } }`;
const NOTE = `mutation Note($key: ID!, $id: ID!, $version: Int!, $note: String!) {
  done: noteCorporateComplaint(key: $key, id: $id, version: $version, note: $note) { __typename } }`;

interface Done {
  readonly __typename?: string;
  readonly entry?: { readonly id: string };
  readonly letter?: {
    readonly id: string;
    readonly version: number;
    readonly paragraphs: readonly { readonly part: string }[];
  };
}

/** Asks, and keeps the errors of the answer: they are for whoever asked, and hold nobody else's words. */
async function ask(as: Parameters<TestProduct['ask']>[0], query: string, variables: object = {}) {
  const answer = await product.ask<{ done?: Done }>(as, query, variables);
  told.errors += JSON.stringify(answer.errors ?? []);
  return answer.data?.done ?? null;
}

const LETTER = `mutation Letter($key: ID!, $id: ID!) {
  done: beginCorporateLetter(key: $key, id: $id, kind: ACKNOWLEDGEMENT, signedBy: "${SENT}") {
    __typename ... on LetterDone { letter { id version paragraphs { part } } } } }`;
const SAVE = `mutation Save($key: ID!, $id: ID!, $version: Int!, $paragraphs: [LetterParagraphInput!]!) {
  done: saveCorporateLetter(key: $key, id: $id, version: $version, paragraphs: $paragraphs) { __typename } }`;
const HOLD = `mutation Hold($command: ID!, $id: ID) {
  done: putCorporateHold(command: $command, id: $id, reason: "${SENT}") { __typename } }`;
const RESTRICT = `mutation Restrict($command: ID!, $id: ID!) {
  done: restrictCorporateComplaint(command: $command, id: $id, kind: SAFEGUARDING, reason: "${SENT}", named: ["olu"]) {
    __typename } }`;
const STREAMS = ['corporate', 'adults', 'childrens', 'schools'] as const;

/** A letter that is written, a hold and a restriction with their reasons, and words that are looked for. */
async function write(): Promise<readonly (string | undefined)[]> {
  const [id] = (await record())?.entry?.id.split('/') ?? [];
  const begun = await ask(OLU, LETTER, { key: randomUUID(), id });
  const { id: letter, version, paragraphs = [] } = begun?.letter ?? {};
  const written = paragraphs.map(({ part }) => ({ part, text: SENT }));
  const saved = await ask(OLU, SAVE, { key: randomUUID(), id: letter, version, paragraphs: written });
  const hold = await ask('admin', HOLD, { command: randomUUID(), id });
  const restricted = await ask('admin', RESTRICT, { command: randomUUID(), id });
  for (const stream of STREAMS)
    await ask(OLU, `{ ${stream}AccountSearch(words: "${SENT}", first: 5) { edges { node { stage } } } }`);
  return [begun, saved, hold, restricted].map((each) => each?.__typename);
}

const record = () => ask(OLU, RECORD, { key: randomUUID(), input: INPUT });

/** Commands that are done, that come too late, and that the database refuses with the row in its own words. */
async function command(databaseUrl: string): Promise<readonly (string | undefined)[]> {
  const recorded = await record();
  const [id] = recorded?.entry?.id.split('/') ?? [];
  const note = (version: number) => ask(OLU, NOTE, { key: randomUUID(), id, version, note: SENT });
  const done = [await note(1), await note(1)];
  await asOwner(
    databaseUrl,
    'alter table corporate.case_party add constraint planted check (surname is null) not valid',
  );
  const failed = await record();
  await asOwner(databaseUrl, 'alter table corporate.case_party drop constraint planted');
  return [recorded, ...done, failed].map((each) => each?.__typename);
}

/** Questions that nobody thought of, and words that somebody looks for, as everybody. */
async function question(): Promise<void> {
  for (const [seed, caller] of CALLERS.entries()) {
    const { data } = await product.ask<Parameters<typeof buildClientSchema>[0]>(
      caller,
      getIntrospectionQuery(),
    );
    const schema = buildClientSchema(data);
    const values = { ids: ['1', 'corporate-1'], references: ['100275363'], words: [SENT] };
    for (let number = 0; number < QUESTIONS; number += 1)
      await ask(caller, generateQuery(schema, values, [seed, number]));
    for (const stream of STREAMS)
      await ask(
        caller,
        `{ complaints(first: 20, where: { streams: [${stream.toUpperCase()}] }) { edges { node { id
        stages { reference account { summary person { name email postcode } } } } } } }`,
      );
  }
}

/** Loads a dirty file, and one whose events insight cannot apply. */
async function load(databaseUrl: string): Promise<void> {
  await product.loadText('corporate-crm', dirty).catch(() => undefined);
  await product.loadText('corporate-crm', `${SENT}\n${SENT}`).catch(() => undefined);
  const logger = createLogger({ level: 'trace', to: { write: logged } });
  await asOwner(
    databaseUrl,
    'alter table insight.stage_fact add constraint planted check (false) not valid',
  ).catch(() => undefined);
  await record();
  const relay = startRelay(product.schemas, logger);
  await relay.drain({ signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
  await relay.stop();
}

beforeAll(async () => {
  const writes = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => {
      told.streams += String(chunk);
      return true;
    }),
  );
  const collector = await startCollector();
  const tracing = await openTracing({ tracesEndpoint: collector.endpoint }, 'tests');
  const logger = createLogger({ level: 'trace', to: { write: logged } });
  product = await startTestProduct({ logger });
  const forget = measureParts(product.schemas, product.schemas.subgraphs);
  for (const [source, file] of EXTRACTS)
    await product.load(source, path.join(__dirname, '../../demo/extracts', file));
  await makeLiveCases(product);
  const databaseUrl = product.settings.database.url ?? '';
  written = await write();
  planting = await plant(databaseUrl, ofOthers ?? []);
  outcomes = await command(databaseUrl);
  await question();
  await load(databaseUrl);
  told.metrics = writeExposition(await processRegistry.read());
  forget();
  await tracing.stop();
  await collector.stop();
  told.traces = collector.texts.join('\n');
  const outboxes = loadSubgraphs().map(({ name }) => name);
  told.events = (await everythingIn(databaseUrl, { schemas: outboxes, without: [] }))
    .split('\n')
    .filter((line) => /^\w+\.outbox /.test(line))
    .join('\n');
  told.insight = await everythingIn(databaseUrl, { schemas: ['insight'], without: ofInsight ?? [] });
  for (const write of writes) write.mockRestore();
}, 600_000);
afterAll(() => product.stop());
let outcomes: readonly (string | undefined)[] = [];
let written: readonly (string | undefined)[] = [];

describe('words that were planted in everything personal', () => {
  it('stand in every personal column that has rows and takes a word, in those of each stream among them', () => {
    expect(planting.planted.length + planting.empty.length + planting.refused.length).toBe(ofOthers?.length);
    expect(planting.planted.length).toBeGreaterThan(140);
    for (const stream of ['corporate', 'adults', 'childrens', 'schools'])
      for (const column of [
        'account.summary',
        'case_party.surname',
        'case_party.address',
        'timeline_words.words',
      ])
        expect(planting.planted).toContain(`${stream}.${column}`);
  });

  it('went through commands that were done, refused, and failed in the database', () => {
    expect(written).toEqual(['LetterDone', 'LetterDone', 'HoldSaved', 'RestrictionSaved']);
    expect(outcomes).toEqual(['CommandDone', 'CommandDone', 'ComplaintChanged', undefined]);
    expect(told.log).toContain('23514');
    expect(told.log.split('\n').length).toBeGreaterThan(3);
    expect(told.errors).toContain('Something went wrong');
  });

  it.each(['log', 'streams', 'metrics', 'traces', 'events', 'insight'] as const)(
    'are told nowhere: not in %s',
    (where) => {
      if (where !== 'streams') expect(told[where].length).toBeGreaterThan(100);
      expect(told[where]).not.toContain(PLANTED);
      expect(told[where]).not.toContain(SENT);
    },
  );

  it('are in no error of an answer but what its own caller sent', () => {
    expect(told.errors).not.toContain(PLANTED);
  });

  it('would be found where they are told', async () => {
    let log = '';
    const write = (line: string): void => {
      log += line;
    };
    const logger = createLogger({ level: 'info', to: { write } });
    logger.info({ part: SENT }, 'A careless line');
    expect(log).toContain(SENT);
    const people = await everythingIn(product.settings.database.url ?? '', {
      schemas: ['corporate'],
      without: [],
    });
    expect(people).toContain(PLANTED);
    expect(people).toContain(SENT);
  });
});
