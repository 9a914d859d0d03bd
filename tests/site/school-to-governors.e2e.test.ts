import { JOURNEY_MILLIS, Office, START_MILLIS } from './journeys-at-work/office';
import type { Worker } from './journeys-at-work/worker';

const OF_A_SCHOOL = {
  ...{
    channel: 'Letter',
    serviceId: 'schools',
    theme: 'Communication',
    summary: 'Nobody answered my letters.',
  },
  parties: [{ kind: 'COMPLAINANT', forename: 'Alex', surname: 'Madeup' }],
};
const GOVERNORS = Object.fromEntries(
  [1, 2, 3].flatMap((row) => [
    [`Name of person ${row}`, `Governor ${row}`],
    [`Sign-in or id of person ${row}`, `g-${row}`],
  ]),
);
const found = (finding: string) => ({
  'What was found of it as a whole': finding,
  'What the complainant was told, in short': 'We looked into it, and tell you what we found.',
});
const MEETING = { 'The day on which it is to meet': '2026-06-25' };

describe('a parent’s appeal to the governors of a school', () => {
  const office = new Office();
  beforeAll(() => office.open(), START_MILLIS);
  afterAll(() => office.close());

  it.each([true, false])(
    'goes from the headteacher to the chair and to the panel (with script: %s)',
    async (hasScript) => {
      office.on('2026-06-01');
      const at = await office.record('Schools', OF_A_SCHOOL);
      const [cora, joe] = [await office.worker('cora', hasScript), await office.worker('joe', hasScript)];
      await answeredByTheHead(at, { cora, joe });
      await answeredByTheChair(at, { cora, joe });
      const wrong = await heardByGovernors(at, cora);
      expect([...wrong, ...(await office.everybodyGoesHome())]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  async function answeredByTheHead(at: string, { cora, joe }: Record<'cora' | 'joe', Worker>) {
    await cora.goTo(at);
    expect(await cora.does('Give it to somebody', { 'To whom': 'joe' })).toBe('It was given to Joe Tarrant.');
    office.on('2026-06-02');
    await joe.goTo(at);
    await joe.does('Take it');
    await joe.does('Acknowledge it');
    office.on('2026-06-05');
    await joe.goTo(at);
    await joe.does('Answer it', found('Not upheld'));
    expect((await joe.stands())['The complainant may go to']).toMatch(/^stage 2/);
    expect(await joe.whyNot('Take it to the next stage')).toBe('For the central team to do.');
  }

  async function answeredByTheChair(at: string, { cora, joe }: Record<'cora' | 'joe', Worker>) {
    office.on('2026-06-08');
    await cora.goTo(at);
    await cora.does('Take it to the next stage');
    await cora.does('Acknowledge it');
    await joe.goTo(at);
    expect(await joe.whyNot('Answer it')).toBe('For the central team to do.');
    office.on('2026-06-12');
    await cora.goTo(at);
    await cora.does('Answer it', found('Not upheld'));
  }

  async function heardByGovernors(at: string, cora: Worker): Promise<readonly string[]> {
    office.on('2026-06-15');
    await cora.goTo(at);
    await cora.does('Take it to the next stage');
    await cora.does('Acknowledge it');
    expect(await cora.isRefused('Arrange the panel', MEETING)).toContain('Name who sits on it.');
    const wrong = await cora.look('schools-panel-refused');
    await cora.does('Arrange the panel', GOVERNORS);
    expect((await cora.stands())['Waits for']).toBe('the panel');
    office.on('2026-06-25');
    await cora.goTo(at);
    await cora.does('Record that the panel met');
    office.on('2026-06-29');
    await cora.goTo(at);
    await cora.does('Answer it', found('Partially upheld'));
    expect(await cora.stands()).toMatchObject({
      ...{ 'Stands at': 'Answered', 'Waits for': 'nobody' },
      'The complainant may go to': expect.stringMatching(/^the Department for Education, or the Local/),
    });
    return wrong;
  }
});
