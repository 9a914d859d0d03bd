import { Refusal } from '../entrance/refusal';

/** Asked in a way that cannot be answered. */
export const wrong = (message: string): Refusal => new Refusal(400, 'BAD_USER_INPUT', message);

/** Part of OData, and not of this door. */
export const notHere = (message: string): Refusal => new Refusal(501, 'NOT_IMPLEMENTED', message);

/** Enough of what somebody wrote to find it. */
export const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
