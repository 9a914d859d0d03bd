import type { Run } from '../model/document';
import { type Face, faceOf, type MeasureWords } from './fonts';

/** Words of one face on a line, `at` points from its beginning. */
export interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly at: number;
}

/** A line of words; `width` is in points. */
export interface Line {
  readonly pieces: Piece[];
  width: number;
}

interface Word {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
}

/** How wide a line may be, in points, and how words are measured. */
export interface Wrapping {
  readonly width: number;
  readonly size: number;
  readonly measure: MeasureWords;
}

/** Breaks words into lines of at most `width` points. A word that is wider than a line is broken between its letters. */
export function wrapRuns(runs: readonly Run[], wrapping: Wrapping): Line[] {
  const { width } = wrapping;
  const lines: Line[] = [];
  let line: Line = { pieces: [], width: 0 };
  for (const group of unbrokenGroups(runs, wrapping)) {
    const isBlank = group.every(({ text }) => text === ' ');
    const isBegun = line.pieces.length > 0;
    // A line is broken after a blank, never before it, and begins with none.
    if (isBlank && !isBegun) continue;
    if (!isBlank && isBegun && line.width + widthOf(group) > width) {
      lines.push(line);
      line = { pieces: [], width: 0 };
    }
    for (const word of group) put(line, word);
  }
  if (line.pieces.length > 0) lines.push(line);
  return lines.map((each, place) => ended(each, wrapping, place === lines.length - 1));
}

/** Words and the blanks between them; what belongs to one word, in whatever faces, stays together. */
function unbrokenGroups(runs: readonly Run[], wrapping: Wrapping): Word[][] {
  const groups: Word[][] = [];
  let isGlued = false;
  for (const run of runs)
    for (const text of run.text.match(/ +|[^ ]+/g) ?? []) {
      const isBlank = text.startsWith(' ');
      const words = isBlank ? [wordOf(' ', run, wrapping)] : lettersThatFit(text, run, wrapping);
      const [first, ...more] = words;
      const last = groups.at(-1);
      if (first === undefined) continue;
      if (isGlued && !isBlank && last !== undefined && widthOf([...last, first]) <= wrapping.width)
        last.push(first);
      else groups.push([first]);
      groups.push(...more.map((word) => [word]));
      isGlued = !isBlank;
    }
  return groups;
}

const widthOf = (words: readonly Word[]): number => words.reduce((sum, { width }) => sum + width, 0);

function wordOf(text: string, run: Run, { size, measure }: Wrapping): Word {
  const face = faceOf(run);
  return { text, face, width: measure(text, face) * size };
}

/** A word, or what of it fits on a line each. */
function lettersThatFit(text: string, run: Run, wrapping: Wrapping): Word[] {
  const whole = wordOf(text, run, wrapping);
  if (whole.width <= wrapping.width) return [whole];
  const parts: Word[] = [];
  let part = '';
  for (const letter of text) {
    if (part !== '' && wordOf(part + letter, run, wrapping).width > wrapping.width) {
      parts.push(wordOf(part, run, wrapping));
      part = '';
    }
    part += letter;
  }
  return part === '' ? parts : [...parts, wordOf(part, run, wrapping)];
}

/** Puts a word on a line; words of the same face are one piece. */
function put(line: Line, { text, face, width }: Word): void {
  const last = line.pieces.at(-1);
  if (last?.face === face) line.pieces[line.pieces.length - 1] = { ...last, text: last.text + text };
  else line.pieces.push({ text, face, at: line.width });
  line.width += width;
}

/** The blank at the end of a line is kept, for whoever hears the words, and is no part of its width; the last line has none. */
function ended(line: Line, { measure, size }: Wrapping, isLast: boolean): Line {
  const last = line.pieces.at(-1);
  if (last === undefined || !last.text.endsWith(' ')) return line;
  const width = line.width - measure(' ', last.face) * size;
  if (!isLast) return { ...line, width };
  return { width, pieces: [...line.pieces.slice(0, -1), { ...last, text: last.text.trimEnd() }] };
}
