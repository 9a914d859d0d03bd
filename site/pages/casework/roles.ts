import { GatewayRefusal } from '../../gateway/refusal';

const WORKERS: readonly string[] = ['officer', 'manager'];

/** Whether people of a role work on complaints; the gateway decides, a page only does not offer what it would refuse. */
export const mayWork = (role: string): boolean => WORKERS.includes(role);

/** Whether people of a role record complaints: officers, who are cleared for streams. */
export const mayRecord = (role: string): boolean => role === 'officer';

/** Whether people of a role say who works on what. */
export const mayAssign = (role: string): boolean => role === 'officer';

/** Throws for whoever may not say who works on what. */
export function checkMayAssign(role: string): void {
  if (!mayAssign(role))
    throw new GatewayRefusal('FORBIDDEN', 'Who works on what is said by officers of the central team');
}
