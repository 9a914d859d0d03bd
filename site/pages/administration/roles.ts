/** What a role may do here; the gateway decides, a page only does not offer what it would refuse. */
const DECIDES: readonly string[] = ['admin'];
const LOOKS: readonly string[] = ['officer', ...DECIDES];

/** Whether people of a role decide on reference data. */
export const mayDecide = (role: string): boolean => DECIDES.includes(role);
/** Whether they are shown the administration at all. */
export const mayLook = (role: string): boolean => LOOKS.includes(role);
