/** As long as any name of the council's that a person would read. */
const LONGEST = 120;

/**
 * A text out of records, such as a service's name, as it is told: on one line and bounded in length, so that it stays a name
 * among sentences, whatever somebody wrote there.
 */
export function toldText(text: string): string {
  const line = text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
