import { CASE_FORMS } from '../../../site/pages/casework/commands/forms/case-forms';
import { commandName, commandSlug } from '../../../site/pages/casework/commands/paths';
import { ENQUIRY_FORMS } from '../../../site/pages/ombudsman-cases/commands/enquiry-forms';

const STREAMS = ['CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS'];

/** Where something is done on the site: the page that it begins on, and its form. */
export interface FormPlace {
  readonly page: string;
  readonly form: string;
  readonly name: string;
}

/** Where a command on a complaint or on an ombudsman's case is done on the site; null for one that has no form there. */
export function formAddress(mutation: string, { id }: { readonly id?: unknown }): FormPlace | null {
  if (typeof id !== 'string') return null;
  const enquiry = commandName(mutation, 'OMBUDSMAN');
  if (Object.hasOwn(ENQUIRY_FORMS, enquiry))
    return placeOf(`/ombudsman-cases/${encodeURIComponent(id)}`, enquiry);
  const name = STREAMS.map((stream) => commandName(mutation, stream)).find((each) =>
    Object.hasOwn(CASE_FORMS, each),
  );
  return name === undefined ? null : placeOf(`/complaints/${encodeURIComponent(id)}`, name);
}

const placeOf = (page: string, name: string): FormPlace => ({
  ...{ page, form: `${page}/do/${commandSlug(name)}`, name },
});
