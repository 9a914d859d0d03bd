import type { FastifyInstance } from 'fastify';
import { checkForm } from '../../server/check-form';
import { askingOf, type PageMakers } from '../page-makers';
import { checkAdmin } from './check-admin';
import { sendList } from './list';
import { WORK } from './work-kinds';

/** The forms that begin it. */
export function addWork(app: FastifyInstance, makers: Pick<PageMakers, 'page' | 'gateway'>): void {
  for (const { action, operation } of WORK)
    app.post(action, async (request, reply) => {
      checkForm(request);
      checkAdmin(request);
      const { started } = await makers.gateway.ask(operation, {}, askingOf(request));
      if (started?.__typename === 'JobAdded') return reply.redirect(`/imports/${started.job.id}`, 303);
      const problem =
        started === null
          ? { says: 'It could not be begun just now. Try again in a minute.', href: '#other-work' }
          : { says: started.message, href: `/imports/${started.job.id}` };
      return sendList(makers, { request, reply, problems: [problem] });
    });
}
