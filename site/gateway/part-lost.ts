import { GatewayRefusal } from './refusal';

/** Refusals of the question or of who asks it; nothing is down where one of them comes. */
const REFUSED = ['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED'];

/** Whether a question failed because something did not answer: then it costs its own place on a page. */
export const isPartLost = (error: unknown): boolean =>
  error instanceof GatewayRefusal && !REFUSED.includes(error.code);

/** Whether the gateway says that the question cannot be meant. */
export const isBadQuestion = (error: unknown): error is GatewayRefusal =>
  error instanceof GatewayRefusal && error.code === 'BAD_USER_INPUT';
