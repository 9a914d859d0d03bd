import { KINDS_IN_WORDS } from '../kinds';
import { type FileBytes, found, type Looked, problem } from './looked';

const SLICE_BYTES = 1_000_000;
/** Bytes that no text has: control characters, but for line ends, tabs, page breaks and the escapes of old printers. */
const BELOW_TEXT = 0x20;
const IN_TEXT = new Set([0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);
const isNoText = (byte: number): boolean => byte < BELOW_TEXT && !IN_TEXT.has(byte);
/** What browsers would take for a page, a drawing or a script, however it begins. */
const PAGE =
  /^(?:<!--[\s\S]{0,2000}?-->|\s)*<(?:!doctype|\?xml|html|head|body|svg|script|iframe|table|a |div|meta|style|title)/i;
const HEADER = /^[!-9;-~]+:[ \t]?/;
const OF_MAIL = /^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|content-type):/i;
const LEAST_MAIL_HEADERS = 3;
/** Objects, and what is fetched from elsewhere, in rich text. */
const RICH_ACTIVE =
  /\\(?:obj(?:data|emb|link|autlink|ocx|update|html)|object|\*\\template|template)\b|DDEAUTO|DDE\s/i;
const OVERLAP = 100;

/** What a file without a mark of its own is: an e-mail, or text; a page of the web or a script is none. */
export async function lookAtText(file: FileBytes, name: string): Promise<Looked> {
  const head = await file.read(0, SLICE_BYTES);
  const text = head.toString('utf8').replace(/^\uFEFF/, '');
  if (head.subarray(0, 2).toString('latin1') === '#!') return PROGRAM;
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    if ((await file.read(at, SLICE_BYTES)).some(isNoText)) return UNKNOWN;
  }
  if (isMail(text)) return found('eml');
  if (PAGE.test(text.slice(0, 4_000))) return WEB_PAGE;
  return found(name.toLowerCase().endsWith('.csv') ? 'csv' : 'txt');
}

/** Whether a text begins as e-mails do: with lines of headers, some of them those of every e-mail. */
function isMail(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r?\n/);
  const end = lines.findIndex((line) => !HEADER.test(line) && !/^[ \t]/.test(line));
  const headers = (end === -1 ? lines : lines.slice(0, end)).filter((line) => OF_MAIL.test(line));
  return new Set(headers.map((line) => line.split(':')[0]?.toLowerCase())).size >= LEAST_MAIL_HEADERS;
}

/** Rich text, unless it holds an object or fetches something. */
export async function lookAtRichText(file: FileBytes): Promise<Looked> {
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    const slice = await file.read(Math.max(0, at - OVERLAP), SLICE_BYTES + OVERLAP);
    if (RICH_ACTIVE.test(slice.toString('latin1'))) return RICH_OBJECT;
  }
  return found('rtf');
}

const TAKEN = `Taken are: ${KINDS_IN_WORDS}.`;
export const PROGRAM = problem('PROGRAM', 'The file is a program, whatever it is called.');
export const UNKNOWN = problem('TYPE_NOT_TAKEN', `The file is of no kind that is taken here. ${TAKEN}`);
const WEB_PAGE = problem(
  'TYPE_NOT_TAKEN',
  'The file is a web page, or a drawing that can hold scripts. Print it to a PDF.',
);
const RICH_OBJECT = problem(
  'ACTIVE_CONTENT',
  'The RTF holds an object, or fetches something from elsewhere. Save it as PDF.',
);
