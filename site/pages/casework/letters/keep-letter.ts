import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { WriteDocument } from '../../../documents/write-document';
import type { LetterShownFragment } from '../../../operations/__generated__/operations';
import { type SiteMakers, steadyAskingOf } from '../../page-makers';
import { fileKey } from '../documents/file-keys';
import type { AskedLetters } from './ask-letters';
import { letterDocument } from './letter-document';
import { KIND_WORDS } from './letter-words';

/** As what a letter is kept: one to be read and printed, one to be worked with. */
const KINDS = ['pdf', 'docx'] as const;

/** The ids of the documents that a letter is kept as; or why it was not kept. */
export type Kept = { readonly ids: readonly string[] } | { readonly refused: string };

/**
 * Attaches a letter to its complaint as it leaves on a day: as PDF and as Word. The same version on the same day is attached once,
 * however often it is sent: its keys follow from it.
 */
export async function keepLetter(
  {
    council,
    documents,
    write,
  }: Pick<SiteMakers, 'council' | 'documents'> & { readonly write: WriteDocument },
  request: FastifyRequest,
  {
    letter,
    of: { id: complaint, stream, reference },
    on,
    attached,
  }: {
    readonly letter: LetterShownFragment;
    readonly of: AskedLetters;
    readonly on: string;
    /** The ids of what is attached already. */
    readonly attached: readonly string[];
  },
): Promise<Kept> {
  const document = letterDocument(letter, { council, on });
  const madeAt = new Date(`${on}T12:00:00Z`);
  const ids: string[] = [];
  for (const [place, kind] of KINDS.entries()) {
    const key = fileKey(`${letter.id}/${letter.version}/${on}`, place);
    const held = attached.find((id) => id === `${stream.toLowerCase()}-${key}`);
    if (held !== undefined) ids.push(held);
    else {
      const body = Readable.from([await write(document, kind, { madeAt })]);
      const name = `${KIND_WORDS[letter.kind]} ${reference}.${kind}`;
      const done = await documents.attach(
        { complaint, key, source: 'LETTER', name, body },
        steadyAskingOf(request),
      );
      if ('refused' in done) return done;
      ids.push(...done.documents.map(({ id }) => id));
    }
  }
  return { ids };
}
