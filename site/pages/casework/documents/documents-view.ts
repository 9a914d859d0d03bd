import { londonDayOf } from '../../../../domain/calendar/day';
import { dayWords } from '../../../../domain/figures/days';
import type { DocumentsOfCaseFragment } from '../../../operations/__generated__/operations';
import type { NameOf } from '../../../server/person-names';

export type CaseDocument = NonNullable<DocumentsOfCaseFragment['documents']>[number];

/** A document as a page shows it. */
export interface DocumentView {
  readonly name: string;
  /** Where it is shown: what can be shown of it, and from where it is taken. */
  readonly href: string;
  readonly contentHref: string;
  /** "PDF, 1.2 MB". */
  readonly kind: string;
  readonly stage: number;
  /** How it came, from whom and when. */
  readonly came: string;
  /** Whether it came with the e-mail above it. */
  readonly isPart: boolean;
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
}

/** The address of a complaint's documents. */
export const documentsHref = (complaint: string): string =>
  `/complaints/${encodeURIComponent(complaint)}/documents`;

/** The documents of a complaint as its pages show them, in the order in which they came. */
export const documentViews = (
  documents: readonly CaseDocument[],
  { complaint, nameOf }: { readonly complaint: string; readonly nameOf: NameOf },
): DocumentView[] => documents.map((document) => documentView(document, { complaint, nameOf }));

export function documentView(
  { id, name, bytes, stage, source, parent, leftOut, attachedBy, attachedAt }: CaseDocument,
  { complaint, nameOf }: { readonly complaint: string; readonly nameOf: NameOf },
): DocumentView {
  const href = `${documentsHref(complaint)}/${encodeURIComponent(id)}`;
  const on = dayWords(londonDayOf(new Date(attachedAt)));
  return {
    ...{ name, href, contentHref: `${href}/content`, stage, leftOut, isPart: parent !== null },
    kind: `${endingOf(name)}, ${bytesWords(bytes)}`,
    came: `${CAME[source]} by ${nameOf(attachedBy)}, ${on}`,
  };
}

const CAME = {
  UPLOAD: 'Attached',
  EMAIL: 'Came with the e-mail attached',
  LETTER: 'Written here as a letter',
} as const;

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toUpperCase();

const THOUSAND = 1_000;

/** A size as people say it: "820 bytes", "12 kB", "1.2 MB". */
export function bytesWords(bytes: number): string {
  if (bytes < THOUSAND) return `${bytes} bytes`;
  if (bytes < THOUSAND * THOUSAND) return `${Math.round(bytes / THOUSAND)} kB`;
  return `${(bytes / THOUSAND / THOUSAND).toFixed(1)} MB`;
}

/** What of a document a page shows: a picture, text, or nothing. */
export function shownOf({ mediaType }: Pick<CaseDocument, 'mediaType'>): 'PICTURE' | 'TEXT' | null {
  if (PICTURES.has(mediaType)) return 'PICTURE';
  return TEXTS.has(mediaType) ? 'TEXT' : null;
}

/** SVG is none: it can hold scripts. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const TEXTS = new Set(['text/plain', 'text/csv', 'message/rfc822']);
