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
/** By all rules once, and once more by what the other width and theme can break. */
const FEW_GLANCES = [
  { colorScheme: 'light', size: WIDE, rules: [] },
  { colorScheme: 'dark', size: NARROW, rules: LOOKS },
] as const;

/** What is wrong with a page as it is: what axe finds, light and dark, wide and narrow, and whether it is wider than a phone. */
export async function glances(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, size, rules } of EVERY_PAGE ? GLANCES : FEW_GLANCES) {
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
