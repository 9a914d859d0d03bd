import type { SectionDefinition } from './definition';

/** A section's heading as it was on a day. */
export const headingOn = (
  { heading, formerHeadings = [] }: Pick<SectionDefinition, 'heading' | 'formerHeadings'>,
  day: string,
): string => formerHeadings.find(({ until }) => day <= until)?.words ?? heading;
