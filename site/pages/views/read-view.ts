import { textOf } from '../../forms/fields';
import type { Form } from '../../server/check-form';

/** What somebody wants to keep. */
export interface NewView {
  readonly title: string;
  /** The page's path and its filters, without the host. */
  readonly address: string;
}

/** What was sent, and what keeps it from being kept. */
export interface ReadView {
  readonly sent: NewView;
  readonly problems: readonly ViewProblem[];
}

/** What is wrong, and the field that puts it right: none does for the page's own address. */
export interface ViewProblem {
  readonly field?: 'title';
  readonly says: string;
}

export const LONGEST_TITLE = 100;
const LONGEST_ADDRESS = 2_000;
/** How many views one person keeps. */
export const MOST_VIEWS = 100;

/** Pages with filters; the dashboard stood at the site's own address once. What somebody searched for may name a person, so a search is not kept. */
const PAGES =
  /^\/(?:$|\?|casework(?:\?|$)|(?:dashboard|complaints|ombudsman-cases|services|streams|measures|reports)(?:[/?]|$))/;
/** What an address may be written with; no fragment, no control character, no backslash. */
const PLAIN = /^[\x21\x24-\x5b\x5d\x5f\x61-\x7a\x7e]+$/;
/** Downloads are files, and no pages. */
const FILE = /\.(?:csv|xlsx|parquet|svg)(?:\?|$)/;

/** Reads the form by which a view is kept. */
export function readView(form: Form): ReadView {
  const title = textOf(form, 'title').replaceAll(/\s+/g, ' ');
  const address = textOf(form, 'address');
  const problems: ViewProblem[] = [];
  if (title === '') problems.push({ field: 'title', says: 'Give the view a title.' });
  if ([...title].length > LONGEST_TITLE)
    problems.push({ field: 'title', says: `Shorten the title to ${LONGEST_TITLE} characters.` });
  const says = addressProblem(address);
  if (says !== null) problems.push({ says });
  return { sent: { title, address }, problems };
}

function addressProblem(address: string): string | null {
  if (address.length > LONGEST_ADDRESS) return 'The filter is too long to be kept: take some of it away.';
  if (PAGES.test(address) && PLAIN.test(address) && !FILE.test(address)) return null;
  return 'Only a page of this site that has filters can be kept. Open it, and save it from there.';
}
