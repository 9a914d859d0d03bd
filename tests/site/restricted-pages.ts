import type { Page } from 'playwright-core';
import { linkOf, type NoPage, ROW, type Visit } from './page-visit';

async function toAccess(page: Page): Promise<void> {
  await linkOf(ROW)(page);
  await linkOf('main a[href$="/access"]')(page);
}

/** The first time; later looks find it so. */
async function restricted(page: Page): Promise<void> {
  await toAccess(page);
  const button = page.getByRole('button', { name: 'Restrict it' });
  if ((await button.count()) === 0) return;
  await page.locator('#restrict-reason').fill('A test of pages');
  await page.locator('#restrict-named').fill('olu');
  await page.locator('#restrict-complainedAbout').fill('dan');
  await button.click();
  await page.getByText('It is done.').waitFor();
}

async function opened(page: Page): Promise<void> {
  await toAccess(page);
  const reason = page.locator('#open-reason');
  if ((await reason.count()) === 0) return;
  await reason.fill('The named officer is away today');
  await page.getByRole('button', { name: 'Open it, and have it told' }).click();
  await page.getByText('You have opened it').waitFor();
}

/** The pages of restricted cases: part of the matrix of all pages. */
export const RESTRICTED_PAGES: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  'GET /complaints/:id/access': [
    ...['olu', 'ada'].map((as) => ({ as, at: '/complaints?streams=CORPORATE', go: toAccess })),
    { as: 'olu', at: '/complaints?streams=SCHOOLS', go: restricted },
    { as: 'cora', at: '/complaints?streams=SCHOOLS', go: toAccess },
    { as: 'ada', at: '/complaints?streams=SCHOOLS', go: toAccess },
    { as: 'ana', at: '/complaints/corporate-none/access', status: 403 },
  ],
  'POST /complaints/:id/access/:action': [
    {
      ...{ as: 'cora', at: '/complaints?streams=SCHOOLS' },
      go: async (page) => {
        await toAccess(page);
        await page
          .getByRole('button', { name: 'Record it' })
          .or(page.getByRole('button', { name: 'Open it, and have it told' }))
          .first()
          .click();
        await page.locator('.govuk-error-summary').waitFor();
      },
    },
    { as: 'cora', at: '/complaints?streams=SCHOOLS', go: opened },
  ],
  'GET /restricted-cases': [
    { as: 'ada', at: '/restricted-cases' },
    { as: 'aud', at: '/restricted-cases?all' },
    { as: 'aud', at: '/audit' },
    { as: 'olu', at: '/restricted-cases', status: 403 },
  ],
  'POST /restricted-cases/acknowledge': { shows: 'another page, to which it leads' },
};
