import { refuseToChange, reply } from '../entrance/refusal';
import type { PartState } from '../measured/part-states';
import { at, type GuardedDoor } from './door';

/** `GET /parts`: how each part stands, for whoever is signed in. */
export const partsDoor = (read: () => Promise<readonly PartState[]>): GuardedDoor => ({
  isOpen: false,
  matches: at('/parts'),
  maxBodyBytes: 0,
  async answer({ request, response }) {
    refuseToChange(response, request.method);
    response.setHeader('cache-control', 'no-store');
    reply(response, 200, { parts: await read() });
  },
});
