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

const LIMITS = { fields: 10, fieldNameSize: 100, fieldSize: 10_000, files: 1, parts: 12 };

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
  const { headers, raw } = request;
  const fields: Record<string, string> = {};
  const taking: { file: Promise<Result> | null } = { file: null };
  const form = new Busboy({ headers: headersOf(headers), limits: LIMITS });
  form.on('field', (name, value) => {
    fields[name] = value;
  });
  form.on('file', (_field, body, name) => {
    // A browser sends a file without a name where none was chosen.
    if (!name) return void body.resume();
    const file = checkedFile(request, fields, () => takeFile(fields, { name, body }));
    file.catch(() => body.resume());
    taking.file = file;
  });
  await pipeline(raw, form);
  checkFields(request, fields);
  return { fields, result: taking.file === null ? null : await taking.file };
}

/** The fields that stand before the file of a form that is not taken, whoever sent it; the file is thrown away. */
export function fieldsBeforeFile({ headers, raw }: FastifyRequest): Promise<Form> {
  const form = new Busboy({ headers: headersOf(headers), limits: LIMITS });
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
