import type { FastifyRequest } from 'fastify';
import { FORM_TOKEN, sentFields, tokenIn } from '../server/check-form';
import type { FormTokens } from './form-tokens';
import type { KeptForm, KeptForms } from './kept-forms';

/** Keeps what a form said that came too late, or that nothing answered. Where it can be found again; null where it is none that the site made for this person. */
export type KeepLateForm = (request: FastifyRequest, why?: KeptForm['why']) => Promise<string | null>;

/** Where what was typed is found again. */
export const KEPT_FORMS_PATH = '/kept-forms';

/**
 * Keeps forms that were made by a page of the site for whoever sends them: their token says so. Another site cannot leave
 * anything here, and whoever sits down at the machine next is shown nothing of it.
 */
export function createKeepLateForm(options: { tokens: FormTokens; keptForms: KeptForms }): KeepLateForm {
  return async (request, why = 'LATE') => {
    const form = request.method === 'POST' ? sentFields(request.body) : null;
    const subject = form && options.tokens.subjectOf(tokenIn(form));
    if (form === null || subject === null) return null;
    if (request.visitor !== null && request.visitor.session.subject !== subject) return null;
    const fields = Object.entries(form)
      .filter(([name]) => name !== FORM_TOKEN)
      .flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]));
    // A button alone, such as that of signing out, is pressed again as soon as it is wanted.
    if (fields.length === 0 && request.visitor === null) return null;
    return `${KEPT_FORMS_PATH}/${await options.keptForms.keep({ subject, why, action: request.url, fields })}`;
  };
}
