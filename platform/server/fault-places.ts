import type { ZodError } from 'zod';

/** Where a value is not as its schema says, with the kind of each fault, and nothing of what stands there. */
export const faultPlaces = ({ issues }: ZodError): string =>
  issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ');
