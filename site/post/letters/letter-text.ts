import type { Letter, LetterFoot, LetterLink, LetterTable } from './letter';

/** A letter as plain text: all that its other form says, in the same order. */
export function letterText({ paragraphs, table, notes, links }: Letter, foot: LetterFoot): string {
  const parts = [
    ...paragraphs,
    ...(table === null ? [] : [tableText(table)]),
    ...(notes.length === 0 ? [] : [notes.map((note) => `* ${note}`).join('\n')]),
    ...links.map(linkText),
    ['-- ', foot.why, ...foot.links.map(linkText)].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function tableText({ caption, rows }: LetterTable): string {
  const lines = rows.map(({ head, value, beside }) =>
    [`${head}: ${value}`, ...beside.map((words) => `  ${words}`)].join('\n'),
  );
  return [caption, ...lines].join('\n\n');
}

const linkText = ({ text, href }: LetterLink): string => `${text}: ${href}`;
