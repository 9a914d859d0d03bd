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
  /** Whether a line may be broken before it. */
  readonly isFree: boolean;
}

/** Breaks words into lines of at most `width` points. A word that is wider than a line is broken between its letters. */
export function wrapRuns(
  runs: readonly Run[],
  { width, size, measure }: { readonly width: number; readonly size: number; readonly measure: MeasureWords },
): Line[] {
  const lines: Line[] = [];
  let line: Line = { pieces: [], width: 0 };
  for (const group of unbrokenGroups(runs, { width, size, measure })) {
    const [first] = group;
    const groupWidth = group.reduce((sum, word) => sum + word.width, 0);
    const isBlank = group.every(({ text }) => text === ' ');
    if (line.pieces.length > 0 && line.width + groupWidth > width && first?.isFree) {
      lines.push(line);
      line = { pieces: [], width: 0 };
    }
    // A line does not begin with the space that it was broken at.
    if (isBlank && line.pieces.length === 0) continue;
    for (const word of group) put(line, word);
  }
  if (line.pieces.length > 0) lines.push(line);
  return lines.map(trimmed);
}

interface Wrapping {
  readonly width: number;
  readonly size: number;
  readonly measure: MeasureWords;
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
      if (isGlued && !isBlank && last !== undefined && fits([...last, first], wrapping)) last.push(first);
      else groups.push([first]);
      groups.push(...more.map((word) => [word]));
      isGlued = !isBlank;
    }
  return groups;
}

const fits = (words: readonly Word[], { width }: Wrapping): boolean =>
  words.reduce((sum, word) => sum + word.width, 0) <= width;

function wordOf(text: string, run: Run, { size, measure }: Wrapping): Word {
  const face = faceOf(run);
  return { text, face, width: measure(text, face) * size, isFree: true };
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

/** The blank at the end of a line is not drawn. */
function trimmed(line: Line): Line {
  const last = line.pieces.at(-1);
  if (last === undefined || !last.text.endsWith(' ')) return line;
  return { width: line.width, pieces: [...line.pieces.slice(0, -1), { ...last, text: last.text.trimEnd() }] };
}
