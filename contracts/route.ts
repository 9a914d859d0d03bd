/** How a stage after the first was reached: from the one before it, or without one. */
export const ROUTES = ['ESCALATED', 'DIRECT'] as const;
export type Route = (typeof ROUTES)[number];
