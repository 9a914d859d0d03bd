import path from 'node:path';
import { z } from 'zod';
import { bytes, directory } from './fields';

/** A document is looked at in memory; one of more would be too much of it. */
const HIGHEST_BYTES = 200_000_000;
/** As scanners and the council’s mail take them. */
const MAX_BYTES = '52428800';

/** A scanner of files, by the protocol of ClamAV’s daemon. */
const scannerUrl = z.string().refine(isScanner, {
  error: ({ input }) =>
    `is "${input}", which names no scanner. Write clamd://HOST:PORT, such as clamd://localhost:3310.`,
});

/** Settings of documents, a part of the general ones. */
export const documentShape = {
  DOCUMENTS_DIR: directory.optional(),
  DOCUMENT_MAX_BYTES: bytes.prefault(MAX_BYTES).refine((value) => value <= HIGHEST_BYTES, {
    error: `is more than ${HIGHEST_BYTES}: a document is looked at in memory.`,
  }),
  SCANNER_URL: scannerUrl.optional(),
};

/** Documents of live complaints. */
export interface DocumentSettings {
  /** Where their files are kept. Absolute. */
  readonly folder: string;
  readonly maximumBytes: number;
  /** What looks for harmful software in them; null where nothing does. */
  readonly scanner: { readonly host: string; readonly port: number } | null;
}

const shape = z.object({ ...documentShape, DATA_DIR: directory });

/** The settings of documents as the product uses them. */
export const documentSettings = (given: z.output<typeof shape>): DocumentSettings => ({
  folder: path.resolve(given.DOCUMENTS_DIR ?? path.join(given.DATA_DIR, 'documents')),
  maximumBytes: given.DOCUMENT_MAX_BYTES,
  scanner: given.SCANNER_URL === undefined ? null : scannerOf(given.SCANNER_URL),
});

/** The port of ClamAV’s daemon where none is named. */
const CLAMD_PORT = 3310;

function isScanner(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, username } = new URL(text);
  return protocol === 'clamd:' && hostname !== '' && username === '' && /^\/?$/.test(pathname);
}

function scannerOf(text: string) {
  const { hostname, port } = new URL(text);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || CLAMD_PORT) };
}
