import type { Letter } from './letter';

/** What asks whether an address is its person's. It says nothing else, and names nobody. */
export const confirmLetter = (href: string): Letter => ({
  subject: 'Is this your address for complaints figures?',
  paragraphs: [
    'Somebody who is signed in to the complaints site asked for figures to be sent to this address.',
    'If it was you, confirm it by the link below within 24 hours. You may have to sign in again.',
    'If it was not you, do nothing: nothing more will come.',
  ],
  table: null,
  notes: [],
  links: [{ text: 'Confirm this address', href }],
});
