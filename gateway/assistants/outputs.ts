import { z } from 'zod';
import { STANDINGS, standingOf, type Valued, valueWords } from './figure-words';
import type { Definition } from './models';

/** A value, why it is one or none, and how to say it. */
export const shownModel = z.object({
  value: z
    .number()
    .nullable()
    .describe('The number: a count, a share from 0 to 1, or working days. Null is not 0: see `standing`.'),
  numerator: z.number().nullable().describe('Of a share, what is divided.'),
  denominator: z
    .number()
    .nullable()
    .describe('Of a share, what it is divided by; of days, how many they are of.'),
  standing: z.enum(STANDINGS).describe('Why it has a value or none.'),
  words: z.string().describe('The figure as it is to be said, never a share without its count.'),
});

/** A figure as it is told; `until` is what stands behind it where its period goes on past the records. */
export const shown = (figure: Valued, definition: Definition, until = ''): z.output<typeof shownModel> => ({
  ...{ value: figure.value, numerator: figure.numerator, denominator: figure.denominator },
  ...{ standing: standingOf(figure), words: `${valueWords(figure, definition)}${until}` },
});

/** Where people see the same. */
export const linkModel = z
  .string()
  .nullable()
  .describe(
    'Where people see the same on the complaints site. Null where none of its pages shows just this.',
  );

/** The last line of an answer. */
export const linkLine = (link: string | null): string[] =>
  link === null ? [] : [`See it on the site: ${link}`];
