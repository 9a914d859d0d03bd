/**
 * domain's `isOverdue` as SQL, for the latest stage of a row of complaint_fact: narrowing a million complaints by it takes
 * an index. `today` is SQL of a day. Null where a complaint is open and no due day is known, as in domain.
 */
export const overdueSql = (today: string): string => `(status = 'OPEN' and due_on < ${today})`;
