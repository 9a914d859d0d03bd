/** A kind of document that is taken. */
export interface DocumentKind {
  readonly mediaType: string;
  /** How the name of such a file ends. */
  readonly ending: string;
  /** As people say it. */
  readonly title: string;
  /** What of it can be shown without a program of its own: the picture, or text. */
  readonly preview: 'IMAGE' | 'TEXT' | null;
}

const kind = (
  mediaType: string,
  ending: string,
  title: string,
  preview: DocumentKind['preview'] = null,
): DocumentKind => ({ mediaType, ending, title, preview });

/** What is taken: by content, whatever a file is called. */
export const KINDS = {
  pdf: kind('application/pdf', 'pdf', 'PDF'),
  png: kind('image/png', 'png', 'PNG', 'IMAGE'),
  jpeg: kind('image/jpeg', 'jpg', 'JPEG', 'IMAGE'),
  gif: kind('image/gif', 'gif', 'GIF', 'IMAGE'),
  webp: kind('image/webp', 'webp', 'WebP', 'IMAGE'),
  heic: kind('image/heic', 'heic', 'HEIC'),
  docx: kind(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'docx',
    'Word (DOCX)',
  ),
  xlsx: kind('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx', 'Excel (XLSX)'),
  pptx: kind(
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'pptx',
    'PowerPoint (PPTX)',
  ),
  odt: kind('application/vnd.oasis.opendocument.text', 'odt', 'OpenDocument text (ODT)'),
  rtf: kind('application/rtf', 'rtf', 'RTF'),
  txt: kind('text/plain', 'txt', 'plain text', 'TEXT'),
  csv: kind('text/csv', 'csv', 'CSV', 'TEXT'),
  eml: kind('message/rfc822', 'eml', 'e-mail (EML)', 'TEXT'),
} as const;
export type KindName = keyof typeof KINDS;

/** All kinds in one sentence’s list. */
export const KINDS_IN_WORDS = Object.values(KINDS)
  .map(({ title }) => title)
  .join(', ');

const OTHER_ENDINGS: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  jpeg: ['jpeg'],
  txt: ['text'],
};

/** A file’s name with the ending of what it is: what is opened is opened as that, whatever somebody called it. */
export function namedAs(name: string, kindName: KindName): string {
  const { ending } = KINDS[kindName];
  const endings = [ending, ...(OTHER_ENDINGS[kindName] ?? [])];
  const isNamed = endings.some((one) => name.toLowerCase().endsWith(`.${one}`));
  return isNamed ? name : `${name}.${ending}`;
}

/** The kind of a media type; null for one that is not taken. */
export const kindOfMedia = (mediaType: string): DocumentKind | null =>
  Object.values(KINDS).find((one) => one.mediaType === mediaType) ?? null;
