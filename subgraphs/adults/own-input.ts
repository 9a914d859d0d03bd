import type { OwnInput } from '../../casework/stream/definition';

/** What is recorded of an adults' complaint alone: who provides the care. Consent and risk have commands of their own. */
export const ownInput: readonly OwnInput[] = [
  {
    ...{ field: 'provider', says: 'Who provides the care that it is about.' },
    ...{ kind: 'TEXT', keptAs: 'provider' },
  },
];
