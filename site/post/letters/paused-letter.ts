import type { Letter } from './letter';

/** What comes in place of figures that can be told no more: why, in our own words, and where it is put right. */
export const pausedLetter = (says: string, href: string): Letter => ({
  subject: 'Your complaints figures by mail have been paused',
  paragraphs: [
    'A saved view of yours that is sent to you by mail can be told no more, so it has been paused. No figures are in this mail.',
    says,
  ],
  table: null,
  notes: [],
  links: [{ text: 'See what you get by mail', href }],
});
