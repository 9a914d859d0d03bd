import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../../scripts/testing/browser';
import { Keyboard } from './keyboard';

const START_MILLIS = 300_000;

const PAGE = `<style>.unmarked:focus { outline: none }</style>
<a class="govuk-skip-link" href="#content">Skip</a>
<a href="#elsewhere" id="elsewhere">Elsewhere</a>
<main id="content" tabindex="-1">
  <input type="radio" name="one" id="first"><input type="radio" name="one" id="second">
  <input type="checkbox" id="box"><input type="checkbox" id="other">
  <select id="list"><option>Alpha</option><option>Beta</option><option>Gamma</option></select>
  <input id="text" value="before">
  <details><summary>More</summary>All of it</details>
  <a class="unmarked" href="#" id="unmarked">Not marked</a>
  <button id="apart" tabindex="-1">Apart</button>
</main>`;

describe('working by the keyboard alone', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  }, START_MILLIS);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.newPage();
    await page.setContent(PAGE);
  });
  afterEach(() => page.close());

  it('ticks, chooses, writes and opens, and sees where it is', async () => {
    const keyboard = new Keyboard(page);
    await keyboard.tick(page.locator('#second'));
    await keyboard.tick(page.locator('#box'));
    await keyboard.tick(page.locator('#other'));
    await keyboard.untick(page.locator('#other'));
    await keyboard.choose(page.locator('#list'), 'Gamma');
    await keyboard.write(page.locator('#text'), 'after');
    await keyboard.click(page.locator('summary'));
    expect(await page.locator('#second').isChecked()).toBe(true);
    expect(await page.locator('#box').isChecked()).toBe(true);
    expect(await page.locator('#other').isChecked()).toBe(false);
    expect(await page.locator('#list').inputValue()).toBe('Gamma');
    expect(await page.locator('#text').inputValue()).toBe('after');
    expect(await page.locator('details').getAttribute('open')).not.toBeNull();
    expect(keyboard.wrong).toEqual([]);
  });

  it('notes what has the focus and does not show it', async () => {
    const keyboard = new Keyboard(page);
    await page.locator('summary').focus();
    await page.keyboard.press('Tab');
    await keyboard.write(page.locator('#text'), 'after');
    await page.locator('summary').focus();
    await expect(keyboard.tick(page.locator('#box'))).resolves.toBeUndefined();
    expect(keyboard.wrong).toEqual([expect.stringContaining('A unmarked')]);
  });

  it('says that it does not reach something', async () => {
    await expect(new Keyboard(page).click(page.locator('#apart'))).rejects.toThrow('does not reach');
  });
});
