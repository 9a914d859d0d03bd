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

/** What the parts say of themselves. */
interface Health {
  readonly unready: () => Promise<readonly string[]>;
  readonly findings: () => Promise<readonly string[]>;
}

/** Says whether every part is ready, and which are not; and what is wrong with parts that answer all the same. */
export const readyDoor = ({ unready, findings }: Health): OpenDoor => ({
  isOpen: true,
  matches: at('/health/ready'),
  async answer(response, { method }) {
    refuseToChange(response, method);
    const [waitsFor, found] = await Promise.all([unready(), findings()]);
    const more = found.length > 0 && { findings: found };
    if (waitsFor.length === 0) return reply(response, 200, { ready: true, ...more });
    reply(response, 503, { ready: false, waitsFor, ...more });
  },
});
