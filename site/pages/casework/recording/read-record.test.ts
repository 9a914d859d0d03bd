import { newDraft, withStep } from '../../../drafts/draft';
import { beginningsOf } from './begins-at';
import { INPUT_FIELDS } from './fields/input-fields';
import { tornSteps, wantedIn } from './missing';
import { readRecord } from './read-record';
import type { RecordSeen } from './record-seen';
import { saidIn } from './said';
import { STEP_NAMES, STEPS, stepAsking } from './steps';
import { ONE_BEGINNING, TWO_BEGINNINGS } from './testing/told';

const DAY = { 'receivedOn-day': '30', 'receivedOn-month': '11', 'receivedOn-year': '2026' };
const OF_A_BIN = {
  ...{ kind: 'COMPLAINT', stream: 'CORPORATE', channel: 'Phone', summary: 'The bin was missed.', ...DAY },
  ...{ points: 'It was missed\n\n Nobody called ', serviceId: 'parks', theme: 'Delay' },
  ...{ 'complainant-surname': 'Madeup', 'complainant-telephone': '0161 496 0000' },
};
const seen = (form: Record<string, string>, given: Partial<RecordSeen> = {}): RecordSeen => ({
  ...{ today: '2026-12-01', streams: ['CORPORATE', 'CHILDRENS'], stream: 'CORPORATE', form },
  ...{
    services: [{ id: 'parks', name: 'Parks', directorate: 'Place' }],
    channels: ['Phone'],
    themes: [],
    others: null,
  },
  procedure: TWO_BEGINNINGS as never,
  ...given,
});
const OF_A_CHILD = { stream: 'CHILDRENS', procedure: ONE_BEGINNING as never } as const;
const problemsIn = async (about: RecordSeen) => {
  const read = await readRecord(about);
  return 'problems' in read ? read.problems.map(({ field, says }) => `${field}: ${says}`) : [];
};

describe('what is recorded of a draft', () => {
  it('is all that was said, once nothing is missing', async () => {
    expect(await readRecord(seen(OF_A_BIN))).toEqual({
      stream: 'CORPORATE',
      own: {},
      input: {
        ...{
          channel: 'Phone',
          receivedOn: '2026-11-30',
          consent: 'NOT_NEEDED',
          stage: 1,
          directReason: null,
        },
        ...{
          summary: 'The bin was missed.',
          points: ['It was missed', 'Nobody called'],
          complainedAbout: [],
        },
        ...{ serviceId: 'parks', theme: 'Delay' },
        parties: [expect.objectContaining({ kind: 'COMPLAINANT', surname: 'Madeup', forename: null })],
      },
    });
  });

  it('takes what a stream alone has, and people whom it asks for', async () => {
    const form = {
      ...OF_A_BIN,
      'child-surname': 'Madeup',
      childAgeBand: '10-15',
      childLookedAfter: 'no',
      provider: 'A home',
    };
    const read = await readRecord(seen(form, OF_A_CHILD));
    expect(read).toMatchObject({
      ...{ stream: 'CHILDRENS', own: { childAgeBand: '10-15', childLookedAfter: false } },
      input: { parties: [{ kind: 'COMPLAINANT' }, { kind: 'CHILD' }] },
    });
    expect(await readRecord(seen(form))).toMatchObject({
      own: {},
      input: { parties: [{ kind: 'COMPLAINANT' }] },
    });
  });

  it.each([
    [
      'an empty draft',
      {},
      ['kind: Choose what it is.', 'receivedOn: Give', 'summary: Write what is complained of'],
    ],
    ['what is no complaint', { ...OF_A_BIN, kind: 'INSURANCE' }, ['kind: What you chose is no complaint']],
    [
      'a day to come',
      { ...OF_A_BIN, 'receivedOn-day': '2', 'receivedOn-month': '12' },
      ['receivedOn: That day is still to come'],
    ],
    [
      'somebody who speaks for another',
      { ...OF_A_BIN, 'concerned-surname': 'Madeup' },
      ['consent: Somebody complains for somebody else'],
    ],
    [
      'a later stage without a reason',
      { ...OF_A_BIN, stage: '2' },
      [
        'directReason: Beginning at stage 2 is the exception. Say why, or record it at stage 1. The policy, directly',
      ],
    ],
    ['a stage at which nothing begins', { ...OF_A_BIN, stage: '3' }, ['stage: Choose a stage']],
    [
      'half a day of birth',
      { ...OF_A_BIN, 'complainant-bornOn-day': '1' },
      ['complainant-bornOn: Give the day of birth'],
    ],
  ])('misses what law or procedure want of %s', async (_what, form, wanted) => {
    const found = await problemsIn(seen(form));
    for (const says of wanted) expect(found).toContainEqual(expect.stringContaining(says));
    expect(found.length).toBeGreaterThanOrEqual(wanted.length);
  });

  it('begins at a later stage with a reason, where the rules of that day have it', async () => {
    const direct = { ...OF_A_BIN, stage: '2', directReason: 'The service has answered already.' };
    expect(await readRecord(seen(direct))).toMatchObject({
      input: { stage: 2, directReason: direct.directReason },
    });
    const early = seen({ ...direct, 'receivedOn-month': '3', 'receivedOn-year': '2026' });
    expect(beginningsOf(early).map(({ stage }) => stage)).toEqual([1]);
    expect(await readRecord(early)).toMatchObject({ input: { stage: 1, directReason: null } });
    // Where the procedure cannot be had, what was chosen stays, and the graph decides.
    expect(await readRecord(seen(direct, { procedure: null }))).toMatchObject({ input: { stage: 2 } });
  });
});

describe('what is missing in good order', () => {
  it('is told with the step that asks for it, and nothing where all is said', () => {
    expect(wantedIn(seen(OF_A_BIN))).toEqual([]);
    expect(wantedIn(seen({}, OF_A_CHILD)).map(({ step }) => step)).toEqual([
      'came',
      'who',
      'who',
      'who',
      'what',
      'what',
    ]);
  });

  it('is a choice where two tabs wrote different things', () => {
    const begun = newDraft({ id: 'd', subject: 'olu', begunOn: '2026-12-01' });
    const once = withStep(begun, 'what', { form: { summary: 'One' }, seen: 0 });
    expect(tornSteps(once)).toEqual([]);
    const torn = withStep(once, 'what', { form: { summary: 'Another' }, seen: 0 });
    expect(tornSteps(torn)).toEqual([
      { step: 'what', says: expect.stringContaining('What is complained of') },
    ]);
  });
});

describe('steps', () => {
  it('ask for every part of what is recorded, each once', () => {
    const fields = STEP_NAMES.flatMap((step) => Object.keys(STEPS[step].fieldsOf(seen(OF_A_BIN))));
    expect(new Set(fields).size).toBe(fields.length);
    for (const name of Object.keys(INPUT_FIELDS)) expect(fields).toContain(name);
    expect([
      stepAsking('complainant-bornOn', seen({})),
      stepAsking('nothing', seen({})),
      stepAsking(null, seen({})),
    ]).toEqual([...['who', null, null]]);
  });

  it('say what was said in words, and of somebody a line for each part', () => {
    const about = seen({
      ...OF_A_BIN,
      'complainant-bornOn-day': '2',
      'complainant-bornOn-month': '3',
      'complainant-bornOn-year': '1970',
    });
    const said = STEP_NAMES.flatMap((step) => saidIn(STEPS[step].fieldsOf(about), about.form, about));
    const lines = new Map(said.map((each) => [each.label, each.lines]));
    expect(lines.get('The day on which it came in')).toEqual(['30 November 2026']);
    expect(lines.get('Who complains')).toEqual([
      ...['Last name: Madeup', 'Telephone number: 0161 496 0000', 'Day of birth: 2 March 1970'],
    ]);
    expect(lines.get('What kind of matter it is')).toEqual(['Delay']);
    expect(lines.get('Its elements')).toEqual(['It was missed', '', ' Nobody called']);
    expect(lines.get('Somebody who complains for them')).toEqual([]);
  });
});
