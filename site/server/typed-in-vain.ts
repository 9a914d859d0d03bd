import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FORM_TOKEN } from './check-form';

/** What a field of a form that was not taken said. */
export interface TypedField {
  readonly name: string;
  readonly text: string;
}

const bodyModel = z.record(z.string(), z.unknown()).catch({});
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What somebody typed into a form of this site that was not taken, so that it can be shown to them and is not lost. Nothing of
 * a form that another site sent: its words would look like ours.
 */
export function typedInVain(request: FastifyRequest): TypedField[] {
  if (request.method !== 'POST' || request.headers['sec-fetch-site'] !== 'same-origin') return [];
  return Object.entries(bodyModel.parse(request.body)).flatMap(([name, text]) =>
    typeof text === 'string' && isTyped(name, text.trim()) ? [{ name: wordsOf(name), text }] : [],
  );
}

/** Pages put ids and counts of changes into forms; nobody misses them. */
const isTyped = (name: string, text: string): boolean =>
  text !== '' && name !== FORM_TOKEN && name !== 'basedOnVersion' && !ID.test(text);

/** The name of a field as people read it: `heldBy` is "Held by". */
function wordsOf(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
