import type { Page } from 'playwright-core';

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

async function toTheFirst(page: Page): Promise<void> {
  await page.goto((await page.locator('main tbody th a').first().getAttribute('href')) ?? '');
}

async function makeKey(page: Page): Promise<void> {
  await page.locator('#name').fill(`Tool ${Date.now()}`);
  await page.locator('#owner').fill('Performance team');
  await page.getByRole('button', { name: 'Make the key' }).click();
}

async function toRevoking(page: Page): Promise<void> {
  await toTheFirst(page);
  await page.getByRole('link', { name: 'End this key for good' }).click();
}

const WEBHOOKS_NEW = '/administration/partners/stockport-homes/webhooks/new';

async function makeWebhook(page: Page): Promise<void> {
  await page.locator('#url').fill(`https://hooks.example.org/${Date.now()}`);
  await press(page, 'Make the webhook');
}

async function toWebhook(page: Page): Promise<void> {
  await page.goto(WEBHOOKS_NEW);
  await makeWebhook(page);
  await page.goto('/administration/partners/stockport-homes');
  await page.getByRole('link', { name: 'Try, change or end it' }).first().click();
}

/** The pages of keys, of partners and their agreements, as `page-matrix.ts` lists them. */
export const ACCESS_PAGES = {
  'GET /administration/keys': [{ as: 'ada', at: '/administration/keys' }],
  'GET /administration/keys/new': [{ as: 'ada', at: '/administration/keys/new' }],
  'POST /administration/keys/new': [{ as: 'ada', at: '/administration/keys/new', go: makeKey }],
  'GET /administration/keys/:id': [{ as: 'ada', at: '/administration/keys', go: toTheFirst }],
  'POST /administration/keys/:id/rotate': { shows: 'the same as making a key' },
  'GET /administration/keys/:id/revoke': [{ as: 'ada', at: '/administration/keys', go: toRevoking }],
  'POST /administration/keys/:id/revoke': { shows: 'another page, to which it leads' },
  'GET /administration/partners': ['ada', 'aud'].map((as) => ({ as, at: '/administration/partners' })),
  'GET /administration/partners/new': [{ as: 'ada', at: '/administration/partners/new' }],
  'POST /administration/partners/new': [
    { as: 'ada', at: '/administration/partners/new', go: (page: Page) => press(page, 'Save the agreement') },
  ],
  'GET /administration/partners/:partner': [{ as: 'ada', at: '/administration/partners', go: toTheFirst }],
  'GET /administration/partners/:partner/change': [
    { as: 'ada', at: '/administration/partners/stockport-homes/change' },
  ],
  'POST /administration/partners/:partner/change': { shows: 'another page, to which it leads' },
  'GET /administration/partners/:partner/end': [
    { as: 'ada', at: '/administration/partners/stockport-homes/end' },
  ],
  'POST /administration/partners/:partner/end': [
    {
      as: 'ada',
      at: '/administration/partners/stockport-homes/end',
      go: (page: Page) => press(page, 'End it'),
    },
  ],
  'GET /administration/partners/:partner/webhooks/new': [{ as: 'ada', at: WEBHOOKS_NEW }],
  'POST /administration/partners/:partner/webhooks/new': [
    { as: 'ada', at: WEBHOOKS_NEW, go: (page: Page) => press(page, 'Make the webhook') },
    { as: 'ada', at: WEBHOOKS_NEW, go: makeWebhook },
  ],
  'GET /administration/partners/:partner/webhooks/:id': [
    { as: 'ada', at: '/administration/partners/stockport-homes', go: toWebhook },
  ],
  ...Object.fromEntries(
    ['address', 'test', 'secret', 'resume', 'end'].map((name) => [
      `POST /administration/partners/:partner/webhooks/:id/${name}`,
      { shows: 'the page of the webhook' },
    ]),
  ),
  'GET /partner': [{ as: 'sid', at: '/partner' }],
};
