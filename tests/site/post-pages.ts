import type { Page } from 'playwright-core';
import type { NoPage, Visit } from './page-visit';

const LEADS_ON: NoPage = { shows: 'another page, to which it leads' };

/** Gives an address that takes no mail, or one that does. */
const giveAddress = (address: string) => async (page: Page) => {
  await page.locator('#address').fill(address);
  await page.getByRole('button', { name: 'Send a link there' }).click();
  await page.waitForLoadState();
};

/** Keeps a view of the services, and gets its figures by mail. */
async function subscribe(page: Page): Promise<void> {
  await page.locator('.save-view__summary').click();
  await page.locator('#save-view-title').fill('Services, by mail');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('main a[href^="/post?view="]').first().click();
  await page.getByRole('button', { name: 'Get it by mail' }).click();
  await page.locator('main .saved__title').first().waitFor();
}

/** The pages of figures by mail. */
export const POST_PAGES: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  'GET /post': [
    { as: 'ada', at: '/post' },
    { as: 'sid', at: '/post', status: 403 },
    { as: 'aud', at: '/post', status: 403 },
  ],
  'POST /post/address': [
    { as: 'ada', at: '/post', go: giveAddress('ada at home') },
    { as: 'mark', at: '/post', go: giveAddress('mark@council.example') },
  ],
  'POST /post/address/remove': LEADS_ON,
  'POST /post/subscriptions': [{ as: 'mark', at: '/services', go: subscribe }],
  'POST /post/subscriptions/:id/pause': LEADS_ON,
  'POST /post/subscriptions/:id/go-on': LEADS_ON,
  'POST /post/subscriptions/:id/end': LEADS_ON,
  'POST /post/mails/:id/again': LEADS_ON,
  'GET /post/confirm': [{ as: 'ana', at: '/post/confirm?link=none', status: 404 }],
  'POST /post/confirm': LEADS_ON,
  'GET /post/unsubscribe': [{ as: null, at: '/post/unsubscribe?link=none', status: 404 }],
  'POST /post/unsubscribe': LEADS_ON,
};
