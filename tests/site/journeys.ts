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

const MOST_TABS = 150;

/** What has the focus: its address, or else its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: there } = document;
    const label =
      there instanceof HTMLInputElement ? `${there.name}=${there.value}` : there?.textContent?.trim();
    return there?.getAttribute('href') ?? label ?? '';
  });

/**
 * Goes by the Tab key alone to the first thing that `isWanted`, of its address, or of its words where it has none (a field:
 * its name and value). False where it is not reached.
 */
export async function tabTo(page: Page, isWanted: (there: string) => boolean): Promise<boolean> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab');
    if (isWanted(await focused(page))) return true;
  }
  return false;
}

/** Goes by the keyboard alone to something and presses a key there. Throws where it cannot be reached. */
export async function pressAt(
  page: Page,
  isWanted: (there: string) => boolean,
  key = 'Enter',
): Promise<void> {
  if (!(await tabTo(page, isWanted))) throw new Error(`The keyboard does not reach it at ${page.url()}`);
  await page.keyboard.press(key);
}
