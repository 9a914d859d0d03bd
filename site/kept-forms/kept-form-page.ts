import type { FastifyInstance } from 'fastify';
import { NotFound } from '../server/not-found';
import type { Page } from '../server/page';
import { signedIn } from '../server/visitor';
import { KEPT_FORMS_PATH } from './keep-late-form';
import type { KeptForms } from './kept-forms';

/** Says to a page that its form was kept meanwhile: it may show it once more before it does anything. */
export const RESUMED = 'resumed';

/** The page on which somebody finds what they had typed, and sends it: they had to sign in again, or nothing answered. */
export function addKeptFormPage(
  app: FastifyInstance,
  { page, keptForms }: { page: Page; keptForms: KeptForms },
): void {
  app.get<{ Params: { id: string } }>(`${KEPT_FORMS_PATH}/:id`, async (request, reply) => {
    const form = await keptForms.find(request.params.id, signedIn(request).subject);
    if (form === null) throw new NotFound();
    const fields = form.fields
      .filter(([name]) => name !== RESUMED)
      .map(([name, value]) => ({ name, value, isLong: value.length > 60 || value.includes('\n') }));
    const html = page(request, 'kept-form.njk', {
      ...{ action: form.action, fields, resumed: RESUMED, isLate: form.why === 'LATE' },
      isTyped: fields.some(({ value }) => value !== ''),
    });
    return reply.type('text/html; charset=utf-8').send(html);
  });
}
