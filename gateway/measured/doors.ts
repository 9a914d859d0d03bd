import { OTHER } from '../../platform/metrics/metric';

/** The first word of a door's path, by which its requests are counted. */
export const DOORS = [
  'graphql',
  'exports',
  'odata',
  'imports',
  'documents',
  'dictionary',
  'mcp',
  'health',
  'metrics',
  'parts',
  'well-known',
  'front',
] as const;

/** The door that a path leads to, by its first word. */
export function doorOf(path: string): string {
  const [, first = ''] = path.split('/');
  if (first === '') return 'front';
  return first.split('.').at(first.startsWith('.') ? 1 : 0) ?? '';
}

/** The same of an address with its query, where it is one that there is; all else is `other`. */
export function knownDoor(url: string): string {
  const door = doorOf(url.split('?')[0] ?? '');
  return DOORS.some((known) => known === door) ? door : OTHER;
}
