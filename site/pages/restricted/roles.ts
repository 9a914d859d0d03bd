/** What a role may do with restricted cases; the gateway decides, a page only does not offer what it would refuse. */
const RESTRICTS: readonly string[] = ['officer', 'admin'];
const IS_TOLD: readonly string[] = ['admin', 'auditor'];

/** Whether people of a role say who opens a case. */
export const mayRestrict = (role: string): boolean => RESTRICTS.includes(role);
/** Whether they are told who opened one by a reason. */
export const isTold = (role: string): boolean => IS_TOLD.includes(role);
