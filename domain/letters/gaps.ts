/** What a letter says where it does not know something, or a person has to write it. No letter leaves with it. */
const GAP = /\[(?:not recorded|to be written): [^\]]+\]/gu;

/** Says in a letter that something is not recorded, so that nobody takes an empty place for nothing. */
export const notRecorded = (what: string): string => `[not recorded: ${what}]`;

/** Says in a letter what a person has to write there. */
export const toBeWritten = (what: string): string => `[to be written: ${what}]`;

/** The gaps that a text still has, as they stand in it. */
export const gapsIn = (text: string): string[] => text.match(GAP) ?? [];
