/** What a role may do here; the gateway decides, a page only does not offer what it would refuse. */
const KEEPS_GUIDANCE: readonly string[] = ['officer', 'admin'];
const BOOKS: readonly string[] = ['analyst', 'manager', ...KEEPS_GUIDANCE];

/** Whether people of a role plan workshops and see who booked. */
export const mayPlan = (role: string): boolean => KEEPS_GUIDANCE.includes(role);
/** Whether they may book a place. */
export const mayBook = (role: string): boolean => BOOKS.includes(role);
