import type { Page } from 'playwright-core';
import { axeViolations, EVERY_PAGE, overflow } from '../../scripts/testing/browser';

/** What a narrow window or other colours can break, by the names of axe's rules; the rest is the same in each. */
const LOOKS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];
export const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 800 };
const SMALLEST = { width: 320, height: 800 };

/** Each theme at each width; by all rules once at each width and in each theme. */
const GLANCES = [
  { colorScheme: 'light', size: WIDE, rules: [] },
  { colorScheme: 'dark', size: WIDE, rules: LOOKS },
  { colorScheme: 'dark', size: NARROW, rules: [] },
  { colorScheme: 'light', size: NARROW, rules: LOOKS },
] as const;
/** One for each page, in turn: what is wrong everywhere is seen all the same. */
let looks = 0;
const nextGlance = () => [looks++ % 2 === 0 ? GLANCES[0] : GLANCES[2]];

/**
 * What is wrong with a page as it is: what axe finds, and whether it is wider than a phone. Axe looks in each theme at each width where
 * every page is looked at (`npm run check:pages`), else at one page wide and light and at the next narrow and dark.
 */
export async function glances(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, size, rules } of EVERY_PAGE ? GLANCES : nextGlance()) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    for (const violation of await axeViolations(page, rules))
      found.push(`${colorScheme}, ${size.width} px: ${violation}`);
  }
  await page.setViewportSize(SMALLEST);
  const wider = await overflow(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(WIDE);
  return wider > 0 ? [...found, `wider than 320 px by ${wider}`] : found;
}
