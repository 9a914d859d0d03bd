import type { OwnInput } from '../../casework/stream/definition';

/** What is recorded of a children's complaint alone: of the child, what retention goes by. A day of birth tells the age by itself. */
export const ownInput: readonly OwnInput[] = [
  {
    ...{ field: 'childAgeBand', says: 'The age of the child, as years or a band, such as `10-15`.' },
    ...{ kind: 'TEXT', keptAs: 'childAgeBand' },
  },
  {
    ...{ field: 'childLookedAfter', says: 'Whether the council looks after the child.' },
    ...{ kind: 'YES_NO', keptAs: 'childLookedAfter' },
  },
];
