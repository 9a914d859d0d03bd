import type { OwnInput } from '../../casework/stream/definition';

/** What is recorded of a schools' complaint alone: the school. */
export const ownInput: readonly OwnInput[] = [
  { field: 'schoolUrn', says: 'The URN of the school.', kind: 'TEXT', keptAs: 'schoolUrn' },
  { field: 'schoolName', says: 'The name of the school.', kind: 'TEXT', keptAs: 'schoolName' },
];
