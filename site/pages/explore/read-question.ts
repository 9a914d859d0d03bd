import { z } from 'zod';
import { textOf, wholeTextOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { FreeQuestion } from '../../gateway/free-questions';
import type { Form } from '../../server/check-form';

/** What somebody typed, and what of it can be asked. */
export interface ReadQuestion {
  readonly typed: { readonly query: string; readonly variables: string };
  readonly problems: readonly Problem[];
  /** Null where there are problems. */
  readonly question: FreeQuestion | null;
}

const variablesModel = z.record(z.string(), z.unknown());

/** A question in JSON, as GraphiQL sends it. */
export const questionModel = z.object({
  query: z.string(),
  variables: variablesModel.nullish(),
  operationName: z.string().nullish(),
});

/** Reads the form of a question. What the question itself says wrong, the graph tells. */
export function readQuestion(form: Form): ReadQuestion {
  const typed = { query: wholeTextOf(form, 'query'), variables: wholeTextOf(form, 'variables') };
  const variables = variablesIn(textOf(form, 'variables'));
  const problems = [
    ...(typed.query.trim() === '' ? [{ field: 'query', says: 'Write a question.' }] : []),
    ...(variables === null
      ? [
          {
            field: 'variables',
            says: 'Write the variables as JSON, such as { "year": "2021-22" }, or nothing.',
          },
        ]
      : []),
  ];
  return { typed, problems, question: problems.length > 0 ? null : { query: typed.query, variables } };
}

/** Null for what is no JSON object. */
function variablesIn(text: string): Readonly<Record<string, unknown>> | null {
  if (text === '') return {};
  try {
    return variablesModel.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
