import { Refusal } from './refusal';

/** Asked in a way that cannot be answered. */
export const wrong = (message: string): Refusal => new Refusal(400, 'BAD_USER_INPUT', message);

/** Enough of what somebody wrote to find it, and not so much that it fills a page. */
export const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
