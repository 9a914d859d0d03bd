import type { SectionDefinition } from './definition';

/** A section's heading as it was on a day: of one whose name changed the newest that was in use, or the first. */
export function headingOn({ heading }: Pick<SectionDefinition, 'heading'>, day: string): string {
  if (typeof heading === 'string') return heading;
  const inUse = heading.filter(({ since }) => since <= day);
  return (inUse.at(-1) ?? heading[0])?.words ?? '';
}
