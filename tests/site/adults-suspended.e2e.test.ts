import { JOURNEY_MILLIS, Office, START_MILLIS } from './journeys-at-work/office';
import type { Worker } from './journeys-at-work/worker';

const OF_A_DISCHARGE = {
  ...{ channel: 'Phone', serviceId: 'adults-hospital-discharge', theme: 'Quality of service' },
  summary: 'She was sent home without care.',
  parties: [{ kind: 'COMPLAINANT', forename: 'Alex', surname: 'Madeup' }],
};

/** Who works on it, and where its page is. */
interface AtWork {
  readonly at: string;
  readonly olu: Worker;
  readonly amir: Worker;
  /** What is wrong with pages on the way. */
  readonly wrong: string[];
}

describe('an adult’s complaint that is suspended for safeguarding, and answered', () => {
  const office = new Office();
  beforeAll(() => office.open(), START_MILLIS);
  afterAll(() => office.close());

  it.each([true, false])(
    'goes from its receipt to its answer by what pages offer (with script: %s)',
    async (hasScript) => {
      office.on('2026-06-01');
      const at = await office.record('Adults', OF_A_DISCHARGE);
      const [olu, amir] = [await office.worker('olu', hasScript), await office.worker('amir', hasScript)];
      const atWork = { at, olu, amir, wrong: [] };
      await acknowledged(atWork);
      await suspended(atWork);
      await answered(atWork);
      expect([...atWork.wrong, ...(await office.everybodyGoesHome())]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  async function acknowledged({ at, olu, amir, wrong }: AtWork): Promise<void> {
    await olu.goTo(at);
    expect(await olu.stands()).toEqual({
      ...{ 'Stands at': 'Received, to be acknowledged', 'Waits for': 'the central team' },
      ...{ 'Who has it': 'Nobody', Next: 'Acknowledge it: due in 3 working days (4 June 2026)' },
    });
    expect(await olu.whyNot('Answer it')).toMatch(/^Only where it stands at “Acknowledged/);
    wrong.push(...(await olu.look('adults-received')));
    office.on('2026-06-02');
    const defined = { 'What is complained of, as it is understood': 'Care was to begin on Friday.' };
    expect(await olu.does('Acknowledge it', defined)).toBe('It was acknowledged.');
    const given = await olu.does('Give it to somebody', { 'To whom': 'amir' });
    expect(given).toBe('It was given to Amir Rahman.');
    await amir.goTo(at);
    expect((await amir.stands())['Who has it']).toBe('Amir Rahman, not taken yet');
    await amir.does('Take it');
    expect(await amir.whyNot('Suspend it')).toBe('For the central team to do.');
    await amir.does('Agree a plan', {
      'The day of the answer, as it was agreed': '2026-06-25',
      'The plan, in words': 'We meet the ward and her daughter.',
    });
    expect((await amir.stands()).Next).toBe('Answer it as planned: due in 17 working days (25 June 2026)');
  }

  /** While an enquiry safeguards somebody, no clock of the council's runs but the law's own. */
  async function suspended({ at, olu, amir, wrong }: AtWork): Promise<void> {
    office.on('2026-06-08');
    await olu.goTo(at);
    await olu.does('Suspend it', {
      'On which ground': 'An enquiry that safeguards somebody takes precedence',
      Why: 'The enquiry began today.',
    });
    expect(await olu.stands()).toMatchObject({
      ...{ 'Stands at': 'Suspended', 'Waits for': 'others' },
      Next: 'Answer it at the latest: due in 124 working days (30 November 2026)',
    });
    wrong.push(...(await olu.look('adults-suspended')));
    await amir.goTo(at);
    expect(await amir.whyNot('Answer it')).toContain('now it stands at “Suspended”');
    office.on('2026-06-15');
    await olu.goTo(at);
    const refused = await olu.isRefused('Go on with it', { 'The day on which it went on': '2026-06-05' });
    expect(refused).toContain('5 June 2026 is before it was suspended, on 8 June 2026.');
    await olu.does('Go on with it', { 'The day on which it went on': '2026-06-15' });
    expect((await olu.stands()).Next).toBe('Answer it as planned: due in 13 working days (2 July 2026)');
  }

  async function answered({ at, amir, wrong }: AtWork): Promise<void> {
    office.on('2026-06-25');
    await amir.goTo(at);
    expect(await amir.isRefused('Answer it')).toContain('Choose what was found of it as a whole.');
    const done = await amir.does('Answer it', {
      'What was found of it as a whole': 'Upheld',
      'What the complainant was told, in short': 'We are sorry; care begins tomorrow.',
    });
    expect(done).toBe('It was answered: upheld.');
    expect(await amir.stands()).toEqual({
      ...{ 'Stands at': 'Answered', 'Waits for': 'nobody', 'Who has it': 'Amir Rahman' },
      'The complainant may go to': 'the Local Government and Social Care Ombudsman',
    });
    wrong.push(...(await amir.look('adults-answered')));
  }
});
