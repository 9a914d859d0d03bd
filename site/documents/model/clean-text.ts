/** What no file can hold, and what turns the direction of what follows, so that a text reads as other than it is. */
const UNFIT = /[\p{Cc}\p{Cs}\uFFFE\uFFFF\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A text without control characters: a tab or the end of a line is a space. */
export const cleanText = (text: string): string => text.replace(/[\t\r\n]+/g, ' ').replace(UNFIT, '');
