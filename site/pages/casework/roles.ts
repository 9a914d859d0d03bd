const WORKERS: readonly string[] = ['officer', 'manager'];

/** Whether people of a role work on complaints; the gateway decides, a page only does not offer what it would refuse. */
export const mayWork = (role: string): boolean => WORKERS.includes(role);

/** Whether people of a role record complaints: officers, who are cleared for streams. */
export const mayRecord = (role: string): boolean => role === 'officer';
