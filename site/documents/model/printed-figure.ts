/** No line is broken at this blank. */
const UNBROKEN = '\u00A0';

/** A figure as it is printed: `71 % (119 of 167)` is broken before its bracket and nowhere else. */
export const printedFigure = (text: string): string =>
  text.replace(/[\d,.]+ %|\((?:[\d,]+ )?of [\d,]+\)/g, (part) => part.replaceAll(' ', UNBROKEN));
