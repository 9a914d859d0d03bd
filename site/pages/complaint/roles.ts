/** What a role may ask of a complaint; the gateway decides, a page only does not offer what it would refuse. */
const PEOPLE: readonly string[] = ['officer', 'manager'];
const LINEAGE: readonly string[] = ['officer', 'admin'];

/** Whether people of a role may read who complained and what they said. */
export const mayReadPeople = (role: string): boolean => PEOPLE.includes(role);
/** Whether they may see where records came from. */
export const mayReadLineage = (role: string): boolean => LINEAGE.includes(role);
