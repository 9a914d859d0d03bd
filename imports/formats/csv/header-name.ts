/** Zero width, soft hyphens, marks of direction, joiners, what selects a variant, and what only steers a machine. */
const INVISIBLE = /(?!\s)[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u2400]|\ufeff/gu;

/**
 * A column's name as names are compared: without case, any white space (no-break too) as one space, none around it, and
 * without what nobody sees.
 */
export const foldName = (name: string): string =>
  name.replace(INVISIBLE, '').trim().replace(/\s+/g, ' ').toLowerCase();
