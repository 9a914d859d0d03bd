import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkFields, type Form } from './check-form';

/** A file of a form, as it comes. It has to be read to its end, or left to flow away by `resume`. */
export interface FormFile {
  readonly name: string;
  readonly body: Readable;
}

/** What was done with the file of a form, and the fields that stood before it. */
export interface TakenForm<Result> {
  readonly fields: Form;
  /** Null where the form had no file. */
  readonly result: Result | null;
}

/** How many files one form may have. */
export const MOST_FILES = 20;
const LIMITS = { fields: 10, fieldNameSize: 100, fieldSize: 10_000, parts: MOST_FILES + 12 };

/** Lets the routes of `app` take forms with a file. Nothing of the file is in memory. */
export function takeFileForms(app: FastifyInstance): void {
  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
}

/**
 * Reads a form with one file. `takeFile` gets the file with the fields before it once the form's token is known to be of this
 * session: it has to stand before the file. Throws as `checkForm` does; whatever is thrown, the rest is read and thrown away.
 */
export async function readFileForm<Result>(
  request: FastifyRequest,
  takeFile: (fields: Form, file: FormFile) => Promise<Result>,
): Promise<TakenForm<Result>> {
  const { fields, results } = await readFiles(request, takeFile, 1);
  return { fields, result: results[0] ?? null };
}

/** The same for a form with several files, `MOST_FILES` at most: those beyond are thrown away. */
export const readFilesForm = <Result>(
  request: FastifyRequest,
  takeFile: (fields: Form, file: FormFile, place: number) => Promise<Result>,
) => readFiles(request, takeFile, MOST_FILES);

async function readFiles<Result>(
  request: FastifyRequest,
  takeFile: (fields: Form, file: FormFile, place: number) => Promise<Result>,
  files: number,
): Promise<{ readonly fields: Form; readonly results: readonly Result[] }> {
  const { headers, raw } = request;
  const fields: Record<string, string> = {};
  const taking: Promise<Result>[] = [];
  const form = new Busboy({ headers: headersOf(headers), limits: { ...LIMITS, files } });
  form.on('field', (name, value) => {
    fields[name] = value;
  });
  form.on('file', (_field, body, name) => {
    // A browser sends a file without a name where none was chosen.
    if (!name) return void body.resume();
    const place = taking.length;
    const before = taking.at(-1);
    const given = { ...fields };
    const file = checkedFile(request, given, async () => {
      // One after another: a file whose turn has not come is not read any further.
      if (before !== undefined) await before.catch(() => undefined);
      return takeFile(given, { name, body }, place);
    });
    file.catch(() => body.resume());
    taking.push(file);
  });
  await pipeline(raw, form);
  checkFields(request, fields);
  return { fields, results: await Promise.all(taking) };
}

/** The fields that stand before the file of a form that is not taken, whoever sent it; the file is thrown away. */
export function fieldsBeforeFile({ headers, raw }: FastifyRequest): Promise<Form> {
  const form = new Busboy({ headers: headersOf(headers), limits: { ...LIMITS, files: 1 } });
  const fields: Record<string, string> = {};
  return new Promise((resolve) => {
    const done = () => {
      raw.unpipe(form).resume();
      resolve({ ...fields });
    };
    form.on('field', (name, value) => {
      fields[name] = value;
    });
    form.on('file', (_field, body) => {
      body.resume();
      done();
    });
    form.on('finish', done).on('error', done);
    raw.once('close', done).pipe(form);
  });
}

async function checkedFile<Result>(
  request: FastifyRequest,
  fields: Form,
  take: () => Promise<Result>,
): Promise<Result> {
  checkFields(request, fields);
  return take();
}

const headersOf = (headers: FastifyRequest['headers']): BusboyHeaders => ({
  ...headers,
  'content-type': headers['content-type'] ?? '',
});
