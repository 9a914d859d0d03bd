import { Refusal } from '../entrance/refusal';
import type { Sandbox } from './sandbox';

/** A gateway beside which there is no sandbox. */
export const NO_SANDBOX: Sandbox = {
  async reach() {
    throw new Refusal(503, 'SANDBOX_UNAVAILABLE', 'This key is for the sandbox, and there is none here.');
  },
};
