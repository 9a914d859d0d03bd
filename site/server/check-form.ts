import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { signedIn } from './visitor';

/** The field of every form that changes something. */
export const FORM_TOKEN = 'formToken';

/** Thrown for a form that does not come from a page of this session. */
export class ForeignForm extends Error {
  override readonly name = 'ForeignForm';
  /** `form` is what it said, where it was one. */
  constructor(readonly form: Form = {}) {
    super();
  }
}

const formModel = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type Form = z.output<typeof formModel>;

/**
 * The fields of a form that a signed-in person sent. Throws `SignInNeeded` where nobody is signed in, and `ForeignForm`
 * where it was not made by a page of this very session, so that no other site can post in somebody's name.
 */
export const checkForm = (request: FastifyRequest): Form => checkFields(request, request.body ?? {});

/** The same for fields that were read another way. */
export function checkFields(request: FastifyRequest, fields: unknown): Form {
  const { formToken } = signedIn(request);
  const form = sentFields(fields);
  if (form === null || !isSame(String(form[FORM_TOKEN] ?? ''), formToken)) throw new ForeignForm(form ?? {});
  return form;
}

/** The fields of a form, whoever sent it; null where it is none. */
export function sentFields(body: unknown): Form | null {
  const form = formModel.safeParse(body);
  return form.success ? form.data : null;
}

/** The token that a form carries, as its session has it; '' where there is none. */
export function tokenIn(form: Form): string {
  const [mask = '', rest = ''] = String(form[FORM_TOKEN] ?? '').split('.');
  return xor(Buffer.from(rest, ENCODING), Buffer.from(mask, ENCODING)).toString('utf8');
}

const ENCODING = 'base64url';

/** A session's token as one page shows it: otherwise on every page, so that how well pages compress tells nothing of it. */
export function maskedToken(token: string): string {
  const mask = randomBytes(Buffer.byteLength(token));
  return `${mask.toString(ENCODING)}.${xor(Buffer.from(token), mask).toString(ENCODING)}`;
}

function isSame(masked: string, wanted: string): boolean {
  const [mask = '', rest = ''] = masked.split('.');
  const [wantedBytes, maskBytes] = [Buffer.from(wanted), Buffer.from(mask, ENCODING)];
  const given = xor(Buffer.from(rest, ENCODING), maskBytes);
  return given.length === wantedBytes.length && timingSafeEqual(given, wantedBytes);
}

const xor = (bytes: Buffer, mask: Buffer): Buffer =>
  Buffer.from(bytes.map((byte, index) => byte ^ (mask[index] ?? 0)));
