import { refuseToChange, reply } from '../entrance/refusal';
import { at, type OpenDoor } from './door';

/** Says that the process answers. */
export const liveDoor: OpenDoor = {
  isOpen: true,
  matches: at('/health/live'),
  answer(response, { method }) {
    refuseToChange(response, method);
    reply(response, 200, { live: true });
  },
};

/** Says whether every part is ready, and which are not. */
export const readyDoor = (unready: () => Promise<readonly string[]>): OpenDoor => ({
  isOpen: true,
  matches: at('/health/ready'),
  async answer(response, { method }) {
    refuseToChange(response, method);
    const waitsFor = await unready();
    if (waitsFor.length === 0) return reply(response, 200, { ready: true });
    reply(response, 503, { ready: false, waitsFor });
  },
});
