import { JOURNEY_MILLIS, Office, START_MILLIS } from './journeys-at-work/office';
import type { Worker } from './journeys-at-work/worker';

const found = (finding: string) => ({
  'Finding on element 1': finding,
  'Finding on element 2': finding,
  'What was found of it as a whole': finding,
  'What the complainant was told, in short': 'We looked into it, and tell you what we found.',
});

describe('a call about a bin that goes to an ombudsman', () => {
  const office = new Office();
  beforeAll(() => office.open(), START_MILLIS);
  afterAll(() => office.close());

  it.each([true, false])(
    'is answered by a manager, reviewed by another officer, and its remedy done (with script: %s)',
    async (hasScript) => {
      office.on('2026-06-01');
      const wrong: string[] = [];
      const olu = await office.worker('olu', hasScript);
      const at = await recordedOfCall(olu);
      await acknowledged(at, olu);
      await answered(at, await office.worker('mark', hasScript), wrong);
      await reviewed(at, await office.worker('cora', hasScript), wrong);
      await remedied(at, olu, wrong);
      expect([...wrong, ...(await office.everybodyGoesHome())]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  /** Records a complaint of the oldest call that nobody dealt with, step by step; gives the address of its page. */
  async function recordedOfCall(olu: Worker): Promise<string> {
    const { page } = olu;
    const on = async (step: string) => {
      await olu.press('Save and go on');
      await page.waitForURL(new RegExp(`/${step}$`));
    };
    await olu.goTo('/casework/calls?from=2021-09-01');
    await olu.follow(/^Record a complaint of the call/);
    await olu.press('Begin with this call');
    await page.waitForURL(/\/came$/);
    await olu.fill({ 'The day on which it came in': '2026-06-01' });
    await on('kind');
    await olu.hands.tick(page.locator('input[value="COMPLAINT"]'));
    await on('stream');
    await olu.hands.tick(page.locator('input[value="CORPORATE"]'));
    await on('who');
    await olu.hands.write(page.locator('#complainant-surname'), 'Madeup');
    await on('others');
    await on('what');
    await olu.hands.write(page.locator('#summary'), 'The bin was not emptied.');
    await olu.hands.write(page.locator('#points'), 'The bin was not emptied\nNobody called back');
    await olu.hands.write(page.locator('#serviceId'), 'Refuse');
    await on('check');
    await olu.press('Record it');
    await page.waitForURL(/did=1/);
    return new URL(page.url()).pathname;
  }

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

  async function remedied(at: string, olu: Worker, wrong: string[]): Promise<void> {
    const { page } = olu;
    office.on('2026-07-06');
    await olu.goTo(at);
    await olu.follow('Record an ombudsman’s enquiry about it');
    wrong.push(...(await olu.look('ombudsman-enquiry')));
    await olu.hands.tick(page.getByLabel('Local Government and Social Care Ombudsman'));
    await olu.hands.write(page.locator('#reference'), olu.hasScript ? '26 900 001' : '26 900 002');
    await olu.press('Record an ombudsman’s enquiry');
    await page.waitForURL(/did=1$/);
    await olu.does('Record our reply', { 'What was replied': 'All papers.' });
    await decided(olu);
    await olu.goTo(new URL(page.url()).pathname);
    await olu.hands.click(page.getByRole('button', { name: 'Add a remedy' }));
    await olu.hands.tick(page.getByLabel('The person: within weeks'));
    await olu.fill({ 'What is to be done': 'Apologise' });
    await olu.press('Add a remedy');
    await page.waitForURL(/did=/);
    await olu.does('Record that a remedy was done', { 'Which remedy': 'Apologise' });
    await olu.does('Record how satisfied the ombudsman is', {
      'What the ombudsman said': 'Everything was done, in time',
    });
    expect(await olu.words()).toContain('The ombudsman is satisfied with what was done');
    wrong.push(...(await olu.look('ombudsman-satisfied')));
    // The part of ombudsmen hears of a complaint from its stream, and joins the case to it then.
    await office.site.product.carryOut();
    await olu.goTo(at);
    expect(await olu.words()).toContain(olu.hasScript ? '26 900 001' : '26 900 002');
  }

  async function decided(olu: Worker): Promise<void> {
    const { page } = olu;
    await olu.follow('Record the decision');
    await olu.hands.write(page.locator('#input-decision'), 'Upheld: maladministration and injustice');
    await olu.fill({ 'Which of its decisions that is': 'Upheld' });
    await olu.press('Record the decision');
    await page.waitForURL(/did=/);
  }
});
