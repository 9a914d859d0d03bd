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
  'GET /partner': [{ as: 'sid', at: '/partner' }],
};
