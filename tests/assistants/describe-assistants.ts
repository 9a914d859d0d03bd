import { describeAsked } from './describe-asked';
import { describeProtocol } from './describe-protocol';
import { describeRoles } from './describe-roles';
import type { Started } from './started';

/** What assistants meet at a started product: on one that other tests have started, so that none is started for it. */
export function describeAssistants(started: () => Started): void {
  describe('what assistants are told', () => describeAsked(started));
  describe('assistants of different roles', () => describeRoles(started));
  describe('the protocol of assistants', () => describeProtocol(started));
}
