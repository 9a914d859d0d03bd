/** What a role may do here; the gateway decides, a page only does not offer what it would refuse. */
const HOLDS: readonly string[] = ['officer', 'admin'];

/** Whether people of a role plan review meetings and close them. */
export const mayHold = (role: string): boolean => HOLDS.includes(role);
