import { JOURNEY_MILLIS, Office, START_MILLIS } from './journeys-at-work/office';
import type { Worker } from './journeys-at-work/worker';

const OF_A_BIN = {
  ...{ channel: 'Phone', serviceId: 'refuse-recycling', theme: 'Delay', summary: 'The bin was not emptied.' },
  points: ['The bin was not emptied', 'Nobody called back'],
  parties: [{ kind: 'COMPLAINANT', forename: 'Alex', surname: 'Madeup' }],
};
const found = (finding: string) => ({
  'Finding on element 1': finding,
  'Finding on element 2': finding,
  'What was found of it as a whole': finding,
  'What the complainant was told, in short': 'We looked into it, and tell you what we found.',
});

describe('a complaint about a bin that goes to a review', () => {
  const office = new Office();
  beforeAll(() => office.open(), START_MILLIS);
  afterAll(() => office.close());

  it.each([true, false])(
    'is answered by a manager, and reviewed by another officer (with script: %s)',
    async (hasScript) => {
      office.on('2026-06-01');
      const at = await office.record('Corporate', OF_A_BIN);
      const wrong: string[] = [];
      await acknowledged(at, await office.worker('olu', hasScript));
      await answered(at, await office.worker('mark', hasScript), wrong);
      await reviewed(at, await office.worker('cora', hasScript), wrong);
      expect([...wrong, ...(await office.everybodyGoesHome())]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  async function acknowledged(at: string, olu: Worker): Promise<void> {
    await olu.goTo(at);
    expect((await olu.stands()).Next).toContain('Acknowledge it: due in 5 working days (8 June 2026)');
    await olu.does('Acknowledge it', {
      'What is complained of, as it is understood': 'Three collections were missed.',
    });
    await olu.does('Give it to somebody', { 'To whom': 'mark' });
    expect((await olu.stands())['Who has it']).toBe('Mark Ellison, not taken yet');
  }

  async function answered(at: string, mark: Worker, wrong: string[]): Promise<void> {
    office.on('2026-06-05');
    await mark.goTo('/casework');
    wrong.push(...(await mark.look('corporate-worklist')));
    await mark.follow(/^COR-/);
    expect(new URL(mark.page.url()).pathname).toBe(at);
    await mark.does('Take it');
    const longer = { 'The last day from now on': '2026-07-31', Why: 'The crew has the list.' };
    const refused = await mark.isRefused('Extend a limit', {
      'What is extended': 'Answer it, by 15 June 2026',
      ...longer,
    });
    expect(refused).toContain('can be extended to 29 June 2026 at the latest, not to 31 July 2026.');
    expect(refused).toContain('LGSCO Complaint Handling Code (February 2024), paragraph 6.4');
    await mark.does('Extend a limit', { 'The last day from now on': '2026-06-22' });
    expect((await mark.stands()).Next).toBe('Answer it: due in 11 working days (22 June 2026)');
    office.on('2026-06-18');
    await mark.goTo(at);
    await mark.does('Answer it', found('Not upheld'));
    expect((await mark.stands())['The complainant may go to']).toBe('stage 2');
    expect(await mark.whyNot('Take it to the next stage')).toBe('For the central team to do.');
  }

  async function reviewed(at: string, cora: Worker, wrong: string[]): Promise<void> {
    office.on('2026-06-19');
    await cora.goTo(at);
    await cora.does('Take it to the next stage');
    await cora.does('Acknowledge it');
    await cora.does('Take it');
    expect(await cora.stands()).toMatchObject({
      ...{ 'Stands at': 'Acknowledged, in review', 'Who has it': 'Cora Jennings' },
      Next: 'Answer it: due in 20 working days (17 July 2026)',
    });
    office.on('2026-06-26');
    await cora.goTo(at);
    await cora.does('Answer it', found('Upheld'));
    expect((await cora.stands())['The complainant may go to']).toMatch(/^the Local Government/);
    wrong.push(...(await cora.look('corporate-reviewed')));
  }
});
