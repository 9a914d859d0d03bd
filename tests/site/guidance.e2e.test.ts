import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, signInAs, type Watched } from '../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import { glances } from './glances';
import { tabTo } from './journeys';

/** A browser may have to be installed first. */
const START_MILLIS = 300_000;
const POLICY = '/guidance/unreasonable-behaviour';

const PAGES: Readonly<Record<string, readonly string[]>> = {
  olu: [
    '/guidance',
    '/guidance?q=compensation',
    '/guidance?q=zeppelin&kind=POLICY',
    '/guidance/answer-a-complaint-at-stage-1',
    '/guidance/before-you-send-an-answer',
    '/guidance/corporate-complaints',
    `${POLICY}/versions`,
    `${POLICY}/versions/1`,
    `${POLICY}/edit`,
    `${POLICY}/review`,
    `${POLICY}/withdraw`,
    '/guidance/new',
    '/procedures',
    '/procedures/corporate',
  ],
  mark: ['/guidance', '/guidance/new', '/guidance/nothing'],
  aud: ['/guidance'],
  sid: ['/guidance'],
};

describe('the guidance', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(UNHURRIED), openBrowser()]);
  }, START_MILLIS);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const as = async (person: string, hasScript = true): Promise<Watched> => {
    const watched = await openPage(browser, { url: site.url, hasScript });
    await signInAs(watched.page, person);
    watched.complaints.splice(0);
    return watched;
  };
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const textOf = (page: Page) => page.locator('#body').inputValue();
  // Without script axe cannot run: the same page is looked at with it.
  const wrongWith = async (page: Page, hasScript = true): Promise<string[]> =>
    hasScript ? glances(page) : [];

  it.each(Object.keys(PAGES))(
    'has nothing that axe finds in the light or the dark, for %s, asks no other host, and fits a phone',
    async (person) => {
      const { page, context, complaints } = await as(person);
      const found: string[] = [];
      for (const address of PAGES[person] ?? []) {
        const answer = await page.goto(address);
        const isError = (answer?.status() ?? 0) >= 400;
        const seen = [...(await wrongWith(page)), ...complaints.splice(0)];
        found.push(
          ...seen
            .filter((each) => !(isError && each.includes('status of')))
            .map((each) => `${address}: ${each}`),
        );
      }
      const ways = await page.locator('nav[aria-label="Main"] a[href="/guidance"]').count();
      expect([person, ways > 0]).toEqual([person, person !== 'sid']);
      await context.close();
      expect(found).toEqual([]);
    },
    180_000,
  );

  it('finds a frequent question while somebody types, and asks for nothing', async () => {
    const { page, context } = await as('mark');
    await page.goto('/guidance');
    const questions = page.locator('[data-find-among] > li:visible');
    const all = await questions.count();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('#q').pressSequentially('compensations');
    expect(await questions.count()).toBe(1);
    await page.getByText(`1 of ${all} questions fit.`).waitFor();
    expect(await wrongWith(page)).toEqual([]);
    await page.locator('#q').fill('zeppelin');
    await page.getByText('No question listed here has these words.').waitFor();
    await page.locator('#q').fill('');
    expect(await questions.count()).toBe(all);
    await page.locator('#q').fill('limit runs out tomorrow');
    expect(asked).toEqual([]);
    await questions.locator('a').click();
    expect(await page.locator('h1').innerText()).toContain('runs out tomorrow');
    await context.close();
  });

  it('finds a frequent question without script, by words of its text', async () => {
    const { page, context } = await as('mark', false);
    await page.goto('/guidance');
    await page.locator('#q').fill('hospital');
    await press(page, 'Search');
    await page.getByRole('link', { name: /NHS/ }).click();
    expect(await page.locator('main').innerText()).toContain('Parliamentary and Health Service Ombudsman');
    await context.close();
  });

  it('leads a manager by the keyboard alone to the guide, its contents and the checklist', async () => {
    const { page, context } = await as('mark');
    await page.goto('/guidance');
    for (const href of [
      '/guidance/answer-a-complaint-at-stage-1',
      '#part-1',
      '/guidance/before-you-send-an-answer',
    ]) {
      expect([href, await tabTo(page, (each) => each === href)]).toEqual([href, true]);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${href}`);
    }
    await context.close();
  });

  it.each([
    [true, POLICY],
    [false, '/guidance/keeping-complaint-records'],
  ])(
    'has a policy revised, with a preview before and the old version still there after (with script: %s)',
    async (hasScript, policy) => {
      const { page, context } = await as('olu', hasScript);
      await page.goto(policy);
      const before = await page.locator('.prose').innerText();
      await page.getByRole('link', { name: 'Change it' }).click();
      const text = await textOf(page);
      await page.locator('#body').fill(`Quite **new**.\n\n${text}`);
      await press(page, 'Preview');
      expect(await page.locator('.preview strong').first().innerText()).toBe('new');
      expect(await wrongWith(page, hasScript)).toEqual([]);
      await press(page, 'Save');
      await page.getByText('It was not saved').waitFor();
      expect(await textOf(page)).toBe(`Quite **new**.\n\n${text}`);
      expect(await wrongWith(page, hasScript)).toEqual([]);
      await page.locator('#note').fill('A new beginning');
      await page.getByRole('button', { name: 'Save', exact: true }).dblclick();
      // The second click gives up the answer to the first, so there is more than one navigation to wait for.
      await page.getByRole('link', { name: 'All versions' }).waitFor();
      expect(page.url()).toMatch(/\?did=saved$/);
      expect(await page.locator('.prose').innerText()).toMatch(/^Quite new\./);
      await page.getByRole('link', { name: 'All versions' }).click();
      expect(await page.locator('.versions__version').count()).toBe(2);
      await page.getByRole('link', { name: 'Version 2' }).click();
      expect(await page.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('Quite **new**.')]);
      expect(await wrongWith(page, hasScript)).toEqual([]);
      await page.getByRole('link', { name: 'Version 1, the one before' }).click();
      expect(await page.locator('.prose').innerText()).toBe(before);
      await context.close();
    },
    60_000,
  );

  it.each([true, false])(
    'loses nothing of two people at one article (with script: %s)',
    async (hasScript) => {
      const address = hasScript ? '/guidance/faq-money/edit' : '/guidance/faq-advocate/edit';
      const [one, other] = [await as('olu', hasScript), await as('ada', hasScript)];
      for (const { page } of [one, other]) await page.goto(address);
      for (const [{ page }, words] of [
        [one, 'From Olu.'],
        [other, 'From Ada.'],
      ] as const) {
        await page.locator('#body').fill(words);
        await page.locator('#reviewDueOn').fill('2029-03-31');
        await page.locator('#note').fill(words);
        await press(page, 'Save');
        if (words === 'From Olu.') await page.waitForURL('**?did=saved');
      }
      const { page } = other;
      await page.getByText('Somebody else changed it meanwhile').waitFor();
      expect(await page.locator('#stands').inputValue()).toBe('From Olu.');
      expect(await textOf(page)).toBe('From Ada.');
      expect(await wrongWith(page, hasScript)).toEqual([]);
      await page.locator('#body').fill('From Olu. From Ada.');
      await press(page, 'Save on top of version 2');
      await page.waitForURL('**?did=saved');
      expect(await page.locator('.prose').innerText()).toBe('From Olu. From Ada.');
      for (const { context } of [one, other]) await context.close();
    },
  );

  it.each([true, false])(
    'keeps what was typed where the session has ended, for whom it was (with script: %s)',
    async (hasScript) => {
      const { page, context } = await as('olu', hasScript);
      await page.goto('/guidance/faq-anonymous/edit');
      await page.locator('#body').fill(`Typed before (${hasScript}).`);
      await page.locator('#note').fill('Kept');
      await context.clearCookies();
      await press(page, 'Save');
      await page.waitForURL('**/sign-in?*');
      await page.locator('a[href*="person=olu"]').click();
      await page.waitForURL('**/kept-forms/*');
      expect(await wrongWith(page, hasScript)).toEqual([]);
      await press(page, 'Go on with it');
      expect(await textOf(page)).toBe(`Typed before (${hasScript}).`);
      await press(page, 'Save');
      await page.waitForURL('**?did=saved');
      expect(await page.locator('.prose').innerText()).toBe(`Typed before (${hasScript}).`);
      await context.close();
    },
  );

  it('keeps what was typed where the connection is lost', async () => {
    const { page, context } = await as('olu');
    await page.goto('/guidance/new');
    await page.locator('#kind').selectOption('FAQ');
    for (const [name, words] of Object.entries({
      title: 'Is it there?',
      summary: 'Yes',
      body: 'Yes.',
      owner: 'Head',
    }))
      await page.locator(`#${name}`).fill(words);
    await page.locator('#reviewDueOn').fill('2029-03-31');
    await page.locator('#note').fill('New');
    expect(await page.getByText('The connection is lost').isVisible()).toBe(false);
    await context.setOffline(true);
    await press(page, 'Save');
    await page.getByText('The connection is lost').waitFor();
    await context.setOffline(false);
    await press(page, 'Save');
    await page.waitForURL('**/guidance/is-it-there?did=saved');
    await context.close();
  });

  it('shows Markdown that would run as text, and asks no host for a picture', async () => {
    const { page, context, complaints } = await as('ada');
    await page.goto('/guidance/faq-safeguarding/edit');
    await page
      .locator('#body')
      .fill(
        [
          '<script>document.title = "run"</script><img src="https://elsewhere.example/a.png" onerror="alert(1)">',
          '![a map](https://elsewhere.example/b.png) [run](javascript:alert(1)) [data](data:text/html,x)',
          `<!-- comment --> ${'>'.repeat(2_000)} deep`,
        ].join('\n\n'),
      );
    await page.locator('#note').fill('Tried');
    await press(page, 'Preview');
    await page.locator('.preview').waitFor();
    await press(page, 'Save');
    await page.waitForURL('**?did=saved');
    expect(await page.title()).not.toBe('run');
    expect(
      await page.locator('main img, main script, main a[href^="javascript"], main a[href^="data"]').count(),
    ).toBe(0);
    expect(await page.locator('.prose').innerText()).toContain('<script>');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('has an article looked at, withdrawn and brought back', async () => {
    const { page, context } = await as('olu', false);
    await page.goto('/guidance/corporate-complaints');
    await page.getByRole('link', { name: 'Say that it holds' }).click();
    await page.locator('#reviewDueOn').fill('2029-03-31');
    await page.locator('#note').fill('Against the Code');
    await press(page, 'It holds');
    expect(await page.locator('main').innerText()).toContain('To be looked at again by 31 March 2029');
    await page.getByRole('link', { name: 'Withdraw it' }).click();
    await page.locator('#note').fill('Replaced');
    await press(page, 'Withdraw it');
    await page.getByRole('link', { name: 'Bring it back' }).first().click();
    await page.locator('#note').fill('Still needed');
    await press(page, 'Save');
    await page.goto('/guidance/corporate-complaints/versions');
    expect(await page.locator('.versions__version').count()).toBe(4);
    await context.close();
  });

  it('has each stream’s procedure, from its page and from what is written about it', async () => {
    const { page, context } = await as('ana');
    await page.goto('/streams/childrens');
    await page.getByRole('link', { name: /The whole procedure/ }).click();
    expect(await page.locator('.flow__stage').count()).toBe(3);
    await page.getByRole('link', { name: "Children's social care complaints" }).click();
    await page.getByRole('link', { name: /the whole procedure/ }).click();
    await page.waitForURL('**/procedures/childrens');
    await context.close();
  });
});
