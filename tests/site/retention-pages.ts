import type { Page } from 'playwright-core';
import { linkOf, type NoPage, ROW, type Visit } from './page-visit';

async function toRetention(page: Page): Promise<void> {
  await linkOf(ROW)(page);
  await linkOf('main a[href$="/retention"]')(page);
}

const failing = (button: string) => async (page: Page) => {
  if (!page.url().endsWith('/retention')) await toRetention(page);
  await page.getByRole('button', { name: button }).click();
  await page.locator('.govuk-error-summary').waitFor();
};

/** The pages of how long people are kept: part of the matrix of all pages. */
export const RETENTION_PAGES: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  'GET /complaints/:id/retention': [
    ...['olu', 'ada'].map((as) => ({ as, at: '/complaints?streams=CORPORATE', go: toRetention })),
    { as: 'cora', at: '/complaints?streams=CHILDRENS', go: toRetention },
    { as: 'ana', at: '/complaints/corporate-none/retention', status: 403 },
    { as: 'olu', at: '/complaints/corporate-none/retention', status: 404 },
  ],
  'POST /complaints/:id/retention/:action': [
    { as: 'olu', at: '/complaints?streams=CORPORATE', go: failing('Put a legal hold') },
  ],
  'GET /retention': [
    { as: 'olu', at: '/retention' },
    { as: 'ada', at: '/retention' },
    { as: 'ana', at: '/retention', status: 403 },
  ],
  'POST /retention/:action': [{ as: 'ada', at: '/retention', go: failing('Hold all of it') }],
};
