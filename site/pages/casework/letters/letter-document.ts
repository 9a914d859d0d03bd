import { dayWords } from '../../../../domain/figures/days';
import { cleanText } from '../../../documents/model/clean-text';
import type { DocumentSection, ReportDocument } from '../../../documents/model/document';
import type { LetterShownFragment } from '../../../operations/__generated__/operations';
import { textBlocks } from './letter-text';

type Letter = Pick<LetterShownFragment, 'subject' | 'paragraphs' | 'addressee'>;

/** A letter as it leaves, on its day: the address first, then what it is about, then its paragraphs by their headings. */
export function letterDocument(
  { subject, paragraphs, addressee }: Letter,
  { council, on }: { readonly council: string; readonly on: string },
): ReportDocument {
  return {
    ...{ title: cleanText(subject), council: cleanText(council), language: 'en-GB', marks: [], front: [] },
    letter: {
      addressee: [addressee?.name ?? '', ...(addressee?.lines ?? [])]
        .filter((line) => line !== '')
        .map(cleanText),
      on: dayWords(on),
    },
    sections: paragraphs.filter(({ text }) => text.trim() !== '').map(sectionOf),
  };
}

const sectionOf = ({ heading, text }: Letter['paragraphs'][number]): DocumentSection => ({
  ...{ number: null, heading: cleanText(heading ?? ''), level: 2, startsPage: false, isLandscape: false },
  blocks: textBlocks(text),
});
