import { dayWords } from '../../../domain/figures/days';
import type { NameOf } from '../../server/person-names';
import { momentWords } from '../restricted/case-words';

/** Something that happened to a complaint, as the graph tells it. */
export interface Entry {
  readonly place: number;
  readonly text: string;
  readonly on: string | null;
  readonly by: string;
  readonly at: string;
}

const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

/** A sentence of the graph with its days as people write them. */
export const withDays = (text: string): string => text.replace(DAY, (day) => dayWords(day));

/** To whom it was given stands at the end of that sentence, by the subject of their sign-in. */
const GIVEN = /^(It was given to )(\S+)\.$/;

/** Something that happened, in words: what, on which day, and by whom it was recorded when. */
export const entryWords = ({ place, text, on, by, at }: Entry, nameOf: NameOf) => ({
  place,
  text: withDays(text).replace(GIVEN, (_, given: string, to: string) => `${given}${nameOf(to)}.`),
  on: on && dayWords(on),
  by: nameOf(by),
  at: momentWords(at),
});
