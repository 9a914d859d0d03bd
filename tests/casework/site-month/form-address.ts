import { CASE_FORMS } from '../../../site/pages/casework/commands/forms/case-forms';
import { commandName, commandSlug } from '../../../site/pages/casework/commands/paths';

const STREAMS = ['CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS'];

/** Where a command on a complaint is done on the site; null for one that has no form there. */
export function formAddress(
  mutation: string,
  { id }: { readonly id?: unknown },
): { readonly page: string; readonly form: string; readonly name: string } | null {
  const name = STREAMS.map((stream) => commandName(mutation, stream)).find((each) =>
    Object.hasOwn(CASE_FORMS, each),
  );
  if (name === undefined || typeof id !== 'string') return null;
  const page = `/complaints/${encodeURIComponent(id)}`;
  return { page, form: `${page}/do/${commandSlug(name)}`, name };
}
