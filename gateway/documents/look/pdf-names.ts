const CODED = /#([0-9A-Fa-f]{2})/g;

/** A part of a PDF with letters in place of the codes that names can be written with: `/J#61vaScript`. */
export const plainNames = (text: string): string =>
  text.includes('#')
    ? text.replaceAll(CODED, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
