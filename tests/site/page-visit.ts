import type { Page } from 'playwright-core';

/** A page as one person sees it, in one state. */
export interface Visit {
  /** Somebody of the demonstration; nobody has signed in where it is null. */
  readonly as: string | null;
  readonly at: string;
  /** The status of that address, where it is not 200. */
  readonly status?: number;
  /** What is done there before it is looked at: a link that is followed, a form that is sent. */
  readonly go?: (page: Page) => Promise<unknown>;
  /** What does not answer meanwhile: the whole graph, the sign-in service, or the questions of which this is the text. */
  readonly without?: 'graph' | 'sign-in' | RegExp;
}

/** Why a route needs no look: it shows no page of its own. */
export interface NoPage {
  readonly shows: string;
}

/** Goes where the first link of that kind leads. */
export const linkOf = (selector: string) => async (page: Page) => {
  const href = await page.locator(selector).first().getAttribute('href');
  await page.goto(href ?? '');
};

/** What leads on from the first row of a list. */
export const ROW = 'main tbody th a, main tbody td a';
