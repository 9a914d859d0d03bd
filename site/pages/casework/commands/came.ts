import { randomUUID } from 'node:crypto';
import { textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { Form } from '../../../server/check-form';
import { withDays } from '../entry-words';
import { type Law, lawWords } from '../law-words';

/** Something that happened meanwhile. */
interface Entry {
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** What the graph said to a command, whichever it was. */
export interface Said {
  readonly __typename: string;
  readonly message?: string;
  readonly part?: string | null;
  readonly source?: Law | null;
  readonly version?: number;
  readonly since?: readonly Entry[];
}

/** What a form says after the graph refused it. */
export interface Refused<Happened> {
  readonly problems: readonly Problem[];
  readonly status: number;
  /** The form as it was typed, with what has to be sent next. */
  readonly form: Form;
  /** What happened since the version that was seen. */
  readonly meanwhile: readonly Happened[];
}

const AGAIN =
  'This form was sent before, and that was done. What you typed is still here: send it again only where it is to be done once more.';

/**
 * What is in the way of a command, beside the field that `fieldOf` finds for its part, with the law; null where it was done. Where somebody changed
 * it meanwhile the form has the new version, so that sending it again is a decision.
 */
export function refusedBy<Happened extends Entry>(
  said: Said & { readonly since?: readonly Happened[] },
  form: Form,
  fieldOf: (part: string | null) => string | null,
): Refused<Happened> | null {
  const { part = null, source } = said;
  if (said.message === undefined) return null;
  const message = withDays(said.message);
  if (said.since !== undefined && said.version !== undefined)
    return {
      ...{ problems: [{ field: null, says: message }], status: 409, meanwhile: said.since },
      form: { ...form, version: String(said.version) },
    };
  if (part === 'key')
    return {
      ...{ problems: [{ field: null, says: AGAIN }], status: 409, meanwhile: [] },
      form: { ...form, key: randomUUID() },
    };
  const says = source ? `${message} ${lawWords(source)}.` : message;
  return { problems: [{ field: fieldOf(part), says }], status: 400, meanwhile: [], form };
}

/** Names the command that a form sends: the same when it is sent again. */
export const keyOf = (form: Form): string => textOf(form, 'key') || randomUUID();
