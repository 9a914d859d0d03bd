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

async function toSubjectAccess(page: Page): Promise<void> {
  await linkOf(ROW)(page);
  await linkOf('main a[href$="/people"]')(page);
  await linkOf('main a[href$="/subject-access"]')(page);
}

/** Prepared by one, so that another finds it to approve. */
async function prepared(page: Page): Promise<void> {
  await toSubjectAccess(page);
  await page.locator('#prepare-struck').fill('Somebody Else');
  await page.getByRole('button', { name: 'Prepare it' }).click();
  await page.getByText('Kept', { exact: true }).waitFor();
}

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
  'GET /complaints/:id/subject-access': [
    { as: 'olu', at: '/complaints?streams=CHILDRENS', go: toSubjectAccess },
    { as: 'olu', at: '/complaints?streams=CORPORATE', go: prepared },
    { as: 'cora', at: '/complaints?streams=CORPORATE', go: toSubjectAccess },
    { as: 'ada', at: '/complaints/corporate-none/subject-access', status: 403 },
  ],
  'POST /complaints/:id/subject-access/:action': [
    {
      ...{ as: 'olu', at: '/complaints?streams=CORPORATE' },
      go: async (page) => {
        await toSubjectAccess(page);
        await page.locator('#prepare-struck').fill('x');
        await page.getByRole('button', { name: 'Prepare it' }).click();
        await page.locator('.govuk-error-summary').waitFor();
      },
    },
  ],
  'GET /retention': [
    { as: 'olu', at: '/retention' },
    { as: 'ada', at: '/retention' },
    { as: 'ana', at: '/retention', status: 403 },
  ],
  'POST /retention/:action': [{ as: 'ada', at: '/retention', go: failing('Hold all of it') }],
};
