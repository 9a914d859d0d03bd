import type PDFDocument from 'pdfkit';
import type { Run } from '../model/document';

/** The faces of Arimo, which is as wide as Arial letter by letter, and free (OFL). They are embedded. */
const FACES = {
  regular: '400Regular/Arimo_400Regular.ttf',
  bold: '700Bold/Arimo_700Bold.ttf',
  italic: '400Regular_Italic/Arimo_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Arimo_700Bold_Italic.ttf',
} as const;
export type Face = keyof typeof FACES;

const PACKAGE = '@expo-google-fonts/arimo';

/** Faces that were read: it takes longer than a report does, and they never change. */
const opened = new Map<Face, PDFDocument.FontProgram>();

/** Has a document know the faces by their names. */
export function registerFaces(pdf: PDFDocument): void {
  for (const face of ['regular', 'bold', 'italic', 'boldItalic'] as const) {
    pdf.registerFont(face, opened.get(face) ?? require.resolve(`${PACKAGE}/${FACES[face]}`));
    opened.set(face, pdf.font(face)._font.font);
  }
}

/** The face of words. */
export function faceOf({ isBold = false, isItalic = false }: Pick<Run, 'isBold' | 'isItalic'>): Face {
  if (isBold) return isItalic ? 'boldItalic' : 'bold';
  return isItalic ? 'italic' : 'regular';
}

/** How wide words are at a size of one point. */
export type MeasureWords = (text: string, face: Face) => number;

const MOST_KEPT = 20_000;

/** Measures words, each once: reports say the same ones often. */
export function measuring(pdf: PDFDocument): MeasureWords {
  const kept = new Map<string, number>();
  return (text, face) => {
    const key = `${face} ${text}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const width = pdf.font(face).fontSize(1).widthOfString(text);
    if (kept.size < MOST_KEPT) kept.set(key, width);
    return width;
  };
}

/** What stands in place of a letter that the font does not have: a reader is to know that one is missing. */
const UNKNOWN = '\u25A1';

/** Makes texts printable: letters that no face has are shown as missing, never left out. */
export function printable(pdf: PDFDocument): (text: string) => string {
  const { font } = pdf.font('regular')._font;
  const unknown = font.hasGlyphForCodePoint(UNKNOWN.codePointAt(0) ?? 0) ? UNKNOWN : '?';
  const isKnown = (letter: string): boolean => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
  return (text) =>
    /^[\u0020-\u007E\u00A0-\u00FF\u2013\u2014\u2018-\u201D\u2022]*$/.test(text)
      ? text
      : Array.from(text, (letter) => (isKnown(letter) ? letter : unknown)).join('');
}
