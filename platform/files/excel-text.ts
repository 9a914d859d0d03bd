const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as the XML of a workbook holds it. What XML cannot hold is written as Excel writes it, `_x0007_`; and what looks like that, so that it stays what it is. */
export function excelText(text: string): string {
  if (!/[&<>_\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text)) return text;
  return text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (letter) => coded(letter))
    .replace(/[&<>]/g, (letter) => MARKUP[letter] ?? letter);
}

const coded = (letter: string): string =>
  letter === '\n' || letter === '\t'
    ? letter
    : `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
