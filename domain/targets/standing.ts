/** How a figure stands to its target. Volumes have none. */
export const RAGS = ['GREEN', 'AMBER', 'RED'] as const;
export type Rag = (typeof RAGS)[number];

/** Which way a figure went, by the polarity of its measure; CHANGED where neither way is better. */
export const DIRECTIONS = ['BETTER', 'SAME', 'WORSE', 'CHANGED'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Which way of a measure is better. */
export type Polarity = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'NEITHER';
