const WORKERS: readonly string[] = ['officer', 'manager'];

/** Whether people of a role work on complaints; the gateway decides, a page only does not offer what it would refuse. */
export const mayWork = (role: string): boolean => WORKERS.includes(role);
