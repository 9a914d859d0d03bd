import type { Page } from 'playwright-core';

/** The exact number of the first figure of a measure on a page, and the link to what it counted. */
export async function figureOn(page: Page, measure: string) {
  const figure = page.locator(`.card [data-measure="${measure}"]`).first();
  return { value: await figure.getAttribute('data-value'), link: figure.locator('a') };
}

/** The exact number at the head of the list behind a figure. */
export const headOf = (page: Page): Promise<string | null> =>
  page.locator('h1 [data-value]').getAttribute('data-value');

/** The cells of a CSV file, its head apart. None of the site's own holds a line break. */
export function rowsOf(csv: string): string[] {
  return csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(1)
    .filter((line) => line !== '');
}

const MOST_TABS = 80;

/** Goes by the Tab key alone to the first thing that `isWanted` of its address; false where it is not reached. */
export async function tabTo(page: Page, isWanted: (href: string) => boolean): Promise<boolean> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab');
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    if (isWanted(href)) return true;
  }
  return false;
}
