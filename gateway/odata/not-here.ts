import { Refusal } from '../entrance/refusal';

/** Part of OData, and not of this door. */
export const notHere = (message: string): Refusal => new Refusal(501, 'NOT_IMPLEMENTED', message);
