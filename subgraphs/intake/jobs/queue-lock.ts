/** The number of the lock of whoever works on jobs, in SQL: one at a time, on however many machines. */
export const QUEUE_LOCK = `hashtextextended('intake.jobs', 0)`;
