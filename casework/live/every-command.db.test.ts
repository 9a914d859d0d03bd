import { channelNamed } from '../../contracts/events/names';
import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { subgraph as schools } from '../../subgraphs/schools/subgraph';
import { channelFollower } from '../reference/channels';
import type { StreamSubgraph } from '../stream/create-stream';
import { commandEventsOf, mutationOf } from './commands/mutation-names';
import { keyOf } from './testing';

/** A mutation with its arguments, beside `key`, `id` and `version`. */
type Step = readonly [mutation: string, given: string];
/** One that corporate has not: what of it is refused first, and by which code. */
type Looked = readonly [...Step, refused: string, code: string];

interface Course {
  readonly part: StreamSubgraph;
  readonly recorded: string;
  readonly own?: string;
  readonly steps: readonly (Step | Looked)[];
}

const UPHELD = 'findings: [{ point: "Late", finding: UPHELD }]';
const PANEL = '{ person: "pia", name: "Pia" }, { person: "paul", name: "Paul" }';
const THREE = `members: [${PANEL}, { person: "peg", name: "Peg" }]`;
const TWO = `members: [${PANEL}]`;
const appoint = (as: string, person: string) => `as: ${as}, person: { person: "${person}", name: "Made-up" }`;
const answered = (on: string) => `on: "${on}", outcome: UPHELD, ${UPHELD}, summary: "Told"`;

/** A complaint of each stream through all that its procedure has and corporate's has not. */
const COURSES: Readonly<Record<string, Course>> = {
  adults: {
    part: adults,
    recorded: 'receivedOn: "2026-05-06", channel: " telephone "',
    own: 'own: { provider: "Homecare Made-up" }',
    steps: [
      [
        'assessAdultsRisk',
        'on: "2026-05-07", risk: HIGH',
        'on: "2026-05-05", risk: HIGH',
        'DAY_BEFORE_RECEIPT',
      ],
      ['acknowledgeAdultsComplaint', 'on: "2026-05-07"'],
      [
        ...['agreeAdultsPlan', 'on: "2026-05-08", answerBy: "2026-06-10"'],
        ...['on: "2026-05-08", answerBy: "2027-05-10"', 'PLAN_TOO_LATE'],
      ] as const,
      [
        ...['coordinateAdultsComplaint', 'on: "2026-05-08", body: NHS, isLedHere: true'],
        ...['on: "2026-05-14", body: NHS, isLedHere: true', 'DAY_IN_FUTURE'],
      ] as const,
      [
        ...['suspendAdultsComplaint', 'on: "2026-05-11", ground: SAFEGUARDING, reason: "An enquiry"'],
        ...['on: "2026-05-11", ground: ADVOCATE, reason: "None yet"', 'GROUND_NOT_ALLOWED'],
      ] as const,
      ['resumeAdultsComplaint', 'on: "2026-05-12"', 'on: "2026-05-10"', 'DAY_BEFORE_EARLIER_STEP'],
    ],
  },
  'adults, a concern': {
    part: adults,
    recorded: 'receivedOn: "2026-05-12", channel: "Phone"',
    steps: [['settleAdultsConcern', 'on: "2026-05-13"', 'on: "2026-05-14"', 'DAY_IN_FUTURE']],
  },
  childrens: {
    part: childrens,
    recorded: 'receivedOn: "2026-01-05", channel: "Letter"',
    own: 'own: { childAgeBand: "10-15", childLookedAfter: true }',
    steps: [
      ['arrangeChildrensAdvocate', 'on: "2026-01-06"', 'on: "2026-01-02"', 'DAY_BEFORE_RECEIPT'],
      [
        ...['suspendChildrensComplaint', 'on: "2026-01-06", ground: ADVOCATE, reason: "None yet"'],
        ...['on: "2026-01-06", ground: ADVOCATE, reason: " "', 'REASON_MISSING'],
      ] as const,
      ['resumeChildrensComplaint', 'on: "2026-01-07"', 'on: "2026-01-05"', 'DAY_BEFORE_EARLIER_STEP'],
      ['acknowledgeChildrensComplaint', 'on: "2026-01-07"'],
      ['answerChildrensComplaint', answered('2026-01-16')],
      ['escalateChildrensComplaint', 'receivedOn: "2026-01-30"'],
      [
        ...['appointChildrensPerson', appoint('INVESTIGATING_OFFICER', 'ines')],
        ...[appoint('INDEPENDENT_PERSON', 'olu'), 'PERSON_NOT_INDEPENDENT'],
      ] as const,
      ['appointChildrensPerson', appoint('INDEPENDENT_PERSON', 'ivan')],
      ['agreeChildrensStatement', 'on: "2026-02-03"', 'on: "2026-01-29"', 'DAY_BEFORE_RECEIPT'],
      [
        ...['reportChildrensInvestigation', `on: "2026-02-24", ${UPHELD}`],
        ...['on: "2026-02-24"', 'FINDINGS_MISSING'],
      ] as const,
      ['appointChildrensPerson', appoint('ADJUDICATING_OFFICER', 'anna')],
      ['answerChildrensComplaint', answered('2026-03-02')],
      ['escalateChildrensComplaint', 'receivedOn: "2026-03-16"'],
      ['arrangeChildrensPanel', `on: "2026-04-20", ${THREE}`, `on: "2026-04-20", ${TWO}`, 'PANEL_INCOMPLETE'],
      ['holdChildrensPanel', `on: "2026-04-20", ${THREE}`, `on: "2026-04-20", ${TWO}`, 'PANEL_INCOMPLETE'],
      ['reportChildrensPanel', `on: "2026-04-24", ${UPHELD}`, 'on: "2026-04-24"', 'FINDINGS_MISSING'],
    ],
  },
  schools: {
    part: schools,
    recorded: 'receivedOn: "2026-03-02", channel: "E-mail"',
    own: 'own: { schoolUrn: "100001", schoolName: "Made-up Primary" }',
    steps: [
      ['acknowledgeSchoolsComplaint', 'on: "2026-03-03"'],
      ['answerSchoolsComplaint', answered('2026-03-06')],
      ['escalateSchoolsComplaint', 'receivedOn: "2026-03-09"'],
      ['acknowledgeSchoolsComplaint', 'on: "2026-03-10"'],
      ['answerSchoolsComplaint', answered('2026-03-13')],
      ['escalateSchoolsComplaint', 'receivedOn: "2026-03-16"'],
      ['arrangeSchoolsPanel', `on: "2026-03-25", ${THREE}`, `on: "2026-03-25", ${TWO}`, 'PANEL_INCOMPLETE'],
      ['holdSchoolsPanel', `on: "2026-03-25", ${THREE}`, `on: "2026-03-25", ${TWO}`, 'PANEL_INCOMPLETE'],
    ],
  },
};

const SAID = `__typename ... on Refusal { code } ... on CommandUnusable { part message }
  ... on CommandDone { version complaint { id channel } entry { event place } }`;

let database: TestDatabase;
const parts = new Map<string, ServedPart>();
beforeAll(async () => {
  const all = [adults, childrens, schools];
  database = await testDatabase(all);
  for (const { name, stream, ...subgraph } of all) {
    const dataSource = database.of(name);
    await inTransaction(dataSource, { subject: 'projection', role: 'projection' }, (transaction) =>
      channelFollower(name).apply(
        transaction,
        [
          channel('email', 'Email', ['E-mail']),
          channel('phone', 'Phone', ['Telephone']),
          channel('letter', 'Letter'),
        ],
        { now: () => new Date('2026-01-01T12:00:00Z') },
      ),
    );
    const part = { subgraph: { ...subgraph, name }, dataSource, today: '2026-05-13' };
    parts.set(name, await servePart({ ...part, person: { subject: 'olu', role: 'officer' } }));
  }
});
afterAll(async () => {
  for (const part of parts.values()) await part.stop();
  await database?.stop();
});

const channel = (id: string, name: string, otherNames: readonly string[] = []) => ({
  ...{ kind: channelNamed.kind, subject: id, version: 1, payload: { id, name, otherNames } },
  ...{ position: { xid: '1', id: '1' }, at: new Date('2026-01-01T12:00:00Z') },
});

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function ask(stream: string, query: string, as: Partial<Identity> = {}): Promise<any> {
  const answer = await parts.get(stream)?.ask(query, { streams: [stream], ...as });
  return answer?.errors
    ? { refused: answer.errors.map(({ extensions, message }) => extensions?.code ?? message) }
    : answer?.data;
}

let keys = 0;
const key = () => {
  keys += 1;
  return keyOf(keys);
};
const begin = (stream: string, input: string, { own = '', named = key() } = {}) =>
  ask(
    stream,
    `mutation { r: record${stream.charAt(0).toUpperCase()}${stream.slice(1)}Complaint(key: "${named}",
      input: { ${input}, summary: "Late again" } ${own}) { ${SAID} } }`,
  );

describe('every command that corporate has not', () => {
  it('is in one of the courses, looked at', () => {
    const eventsOf = ({ stream: { liveProcedure } }: StreamSubgraph) => commandEventsOf(liveProcedure.stages);
    const had = new Set(eventsOf(corporate));
    const own = [adults, childrens, schools].flatMap((part) =>
      eventsOf(part).flatMap((event) => (had.has(event) ? [] : [mutationOf(event, part.name)])),
    );
    const looked = Object.values(COURSES).flatMap(({ steps }) =>
      steps.flatMap((step) => (step.length === 4 ? [step[0]] : [])),
    );
    expect([...new Set(looked)].sort()).toEqual(own.sort());
  });

  it.each(Object.keys(COURSES))(
    'is closed to others, refused by the law, done once and answered the same again: %s',
    async (name) => {
      const course = COURSES[name];
      if (course === undefined) throw new Error('There is no such course.');
      const { part, recorded, own, steps } = course;
      const begun = await begin(part.name, recorded, { own });
      const id = begun.r.complaint.id;
      for (const [place, [mutation, given, refused, code]] of steps.entries()) {
        const command = (named: string, what: string, as?: Partial<Identity>) =>
          ask(
            part.name,
            `mutation { r: ${mutation}(key: "${named}", id: "${id}", version: ${place + 1}, ${what}) { ${SAID} } }`,
            as,
          );
        if (refused !== undefined) {
          expect((await command(key(), given, { scopes: [] })).refused).toEqual(['FORBIDDEN']);
          expect((await command(key(), given, { role: 'analyst' })).refused).toEqual(['FORBIDDEN']);
          expect((await command(key(), given, { streams: [] })).refused).toEqual(['FORBIDDEN']);
          expect([mutation, (await command(key(), refused)).r?.code]).toEqual([mutation, code]);
        }
        const named = key();
        const done = await command(named, given);
        expect([mutation, done.r]).toMatchObject([
          mutation,
          { __typename: 'CommandDone', version: place + 2 },
        ]);
        expect(await command(named, given)).toEqual(done);
      }
      if (name !== 'childrens') return;
      const { told } = await ask(
        part.name,
        `{ told: childrensComplaint(id: "${id}") { casework { elements {
          outcome findings { point finding } entry { event words { part words } } } } } }`,
      );
      const found = [{ point: 1, finding: 'UPHELD' }];
      const words = [{ part: 'POINT_1', words: 'Late' }];
      expect(told.casework.elements).toMatchObject([
        { outcome: null, findings: found, entry: { event: 'REPORT_PANEL', words } },
        { outcome: 'UPHELD', findings: found, entry: { event: 'ANSWER' } },
        { outcome: null, findings: found, entry: { event: 'REPORT_INVESTIGATION', words } },
        { outcome: null, findings: [], entry: { event: 'AGREE_STATEMENT' } },
        { outcome: 'UPHELD', findings: found, entry: { event: 'ANSWER' } },
        { outcome: null, findings: [], entry: { event: 'RECORD' } },
      ]);
    },
    60_000,
  );
});

describe('what a complaint is recorded with', () => {
  it('is a channel under its own name, or is refused with those that there are', async () => {
    expect((await begin('schools', 'receivedOn: "2026-05-11", channel: "e-mail"')).r.complaint.channel).toBe(
      'Email',
    );
    expect((await begin('schools', 'receivedOn: "2026-05-11", channel: "Pigeon"')).r).toMatchObject({
      ...{ code: 'COMMAND_UNUSABLE', part: 'channel' },
      message: 'The directory has no channel of this name. It has: Email, Letter, Phone.',
    });
  });

  it('is what the stream alone has, and stays with the next stage', async () => {
    const named = key();
    const own = 'own: { schoolUrn: "100001", schoolName: "Made-up Primary" }';
    const done = await begin('schools', 'receivedOn: "2026-03-02"', { own, named });
    const { id } = done.r.complaint;
    const read = async () =>
      (await ask('schools', `{ c: schoolsComplaint(id: "${id}") { school { urn name } } }`)).c;
    const school = { urn: '100001', name: 'Made-up Primary' };
    expect(await read()).toEqual({ school });
    for (const [place, [mutation, given]] of (COURSES.schools?.steps ?? []).slice(0, 3).entries())
      await ask(
        'schools',
        `mutation { ${mutation}(key: "${key()}", id: "${id}", version: ${place + 1}, ${given}) { ${SAID} } }`,
      );
    expect(await read()).toEqual({ school });
    const other = await begin('schools', 'receivedOn: "2026-03-02"', {
      own: 'own: { schoolUrn: "2" }',
      named,
    });
    expect(other.r).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'key' });
  });

  it('is the provider of an adult’s care, and of a child what retention goes by', async () => {
    const adult = await begin('adults', 'receivedOn: "2026-05-06"', { own: COURSES.adults?.own });
    const child = await begin('childrens', 'receivedOn: "2026-05-06"', { own: COURSES.childrens?.own });
    expect(
      (await ask('adults', `{ c: adultsComplaint(id: "${adult.r.complaint.id}") { provider } }`)).c,
    ).toEqual({ provider: 'Homecare Made-up' });
    expect(
      (
        await ask(
          'childrens',
          `{ c: childrensComplaint(id: "${child.r.complaint.id}") { child { ageBand lookedAfter } } }`,
        )
      ).c,
    ).toEqual({ child: { ageBand: '10-15', lookedAfter: true } });
  });
});
