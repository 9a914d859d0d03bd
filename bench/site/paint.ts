import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { contextOf, type Visiting } from './weight';

/** Milliseconds from the click to what one sees of the dashboard. */
export interface Painted {
  /** The answer's last byte. */
  readonly answered: number;
  /** Its first contents. */
  readonly first: number;
  /** The last part: everything stands, and a frame has been drawn since. */
  readonly last: number;
}

const paintedModel = z.object({ answered: z.number(), first: z.number(), last: z.number() });

/** Put in by the browser itself, past the page's policy: notes when a frame was drawn after everything stood. */
const NOTE_LAST_FRAME = `addEventListener('DOMContentLoaded', () =>
  requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.drawnAt = performance.now(); })))`;
const WHEN_DRAWN = `globalThis.drawnAt !== undefined && performance.getEntriesByName('first-contentful-paint').length > 0`;
const TIMES = `({
  answered: performance.getEntriesByType('navigation')[0].responseEnd,
  first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
  last: globalThis.drawnAt,
})`;

/**
 * Opens a page in a browser so often, with styles and scripts kept from the page before or without; `before` is done before
 * each.
 */
export async function paintedOf(
  browser: Browser,
  visiting: Visiting,
  {
    path,
    runs,
    isFirst,
    before,
  }: { path: string; runs: number; isFirst: boolean; before(): Promise<unknown> },
): Promise<Painted[]> {
  const painted: Painted[] = [];
  for (let run = 0; run < runs; run += 1) {
    const context = await contextOf(browser, visiting);
    await context.addInitScript(NOTE_LAST_FRAME);
    const page = await context.newPage();
    if (!isFirst) await page.goto('/help', { waitUntil: 'networkidle' });
    await before();
    await page.goto(path);
    await drawn(page);
    painted.push(paintedModel.parse(await page.evaluate(TIMES)));
    await context.close();
  }
  return painted;
}

const LOOK_EVERY_MILLIS = 20;
const LONGEST_MILLIS = 30_000;

/** Waits until everything stands. Asked from here: the pages' policy lets nothing that polls within them be made of a text. */
async function drawn(page: Page): Promise<void> {
  const begun = performance.now();
  while (!(await page.evaluate(WHEN_DRAWN))) {
    if (performance.now() - begun > LONGEST_MILLIS) throw new Error(`${page.url()} was not drawn in time`);
    await delay(LOOK_EVERY_MILLIS);
  }
}
