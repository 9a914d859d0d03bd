import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textsIn } from '../../forms/fields';
import { ImportSourcesDocument } from '../../operations/__generated__/operations';
import { ForeignForm, type Form } from '../../server/check-form';
import { type FormFile, fieldsBeforeFile, readFileForm, takeFileForms } from '../../server/file-form';
import { askingOf, queryOf, type SiteMakers, sendPage, steadyAskingOf } from '../page-makers';
import { checkAdmin } from './check-admin';

type Makers = Pick<SiteMakers, 'page' | 'gateway' | 'upload'>;

/** What was chosen, and what keeps the file from being taken. */
interface Chosen {
  readonly source: string;
  readonly action: string;
  readonly problems: readonly Problem[];
  /** Whether a file was sent that was not taken, since the form was made before the last sign-in. */
  readonly isLate?: boolean;
}

interface Problem {
  readonly field: 'source' | 'action' | 'file';
  readonly says: string;
}

/** What is done with the file; rehearsing is proposed. */
const ACTIONS = ['rehearse', 'load'];

/** The form by which a file is rehearsed or loaded. */
export function addNewImport(app: FastifyInstance, makers: Makers): void {
  app.get('/imports/new', async (request, reply) => {
    checkAdmin(request);
    const { source, action, late } = queryOf(request);
    const isLate = late === 'true';
    const chosen = {
      source: typeof source === 'string' ? source : '',
      action: action === 'load' ? 'load' : 'rehearse',
    };
    return sendForm(makers, { request, reply }, { ...chosen, isLate, problems: [] });
  });
  app.register(async (forms) => {
    takeFileForms(forms);
    forms.post('/imports/new', async (request, reply) => {
      if (request.visitor === null) return reply.redirect(await lateHref(request), 303);
      checkAdmin(request);
      const read = await readFileForm(request, (given, file) => send(makers, request, given, file)).catch(
        lateForm,
      );
      if (read instanceof ForeignForm)
        return sendForm(makers, { request, reply }, { ...chosenIn(read.form), isLate: true, problems: [] });
      const { fields, result } = read;
      if (result !== null && 'id' in result) return reply.redirect(`/imports/${result.id}`, 303);
      const problems = result === null ? [...problemsOf(fields), NO_FILE] : result.problems;
      return sendForm(makers, { request, reply }, { ...chosenIn(fields), problems });
    });
  });
}

/** A form of a page from before the last sign-in: what was chosen is shown again, and nothing was taken. */
function lateForm(error: unknown): ForeignForm {
  if (error instanceof ForeignForm) return error;
  throw error;
}

const NO_FILE: Problem = { field: 'file', says: 'Choose the file that the system exported.' };

async function send(
  { upload }: Makers,
  request: FastifyRequest,
  fields: Form,
  { name, body }: FormFile,
): Promise<{ readonly id: string } | { readonly problems: readonly Problem[] }> {
  const problems = problemsOf(fields);
  if (problems.length > 0) {
    body.resume();
    return { problems };
  }
  const { source, action } = chosenIn(fields);
  const sent = await upload({ source, dryRun: action === 'rehearse', name, body }, steadyAskingOf(request));
  return 'id' in sent ? sent : { problems: [{ field: 'file', says: sent.refused }] };
}

/** By the sign-in back to the form as it was chosen, which says that the file was not taken. */
async function lateHref(request: FastifyRequest): Promise<string> {
  const form = `/imports/new?${new URLSearchParams({ late: 'true', ...chosenIn(await fieldsBeforeFile(request)) })}`;
  return `/sign-in?${new URLSearchParams({ returnTo: form })}`;
}

const chosenIn = (form: Form) => textsIn(form, ['source', 'action']);

function problemsOf(fields: Form): Problem[] {
  const { source, action } = chosenIn(fields);
  return [
    ...(source === ''
      ? [{ field: 'source', says: 'Choose the system that the file comes from.' } as const]
      : []),
    ...(ACTIONS.includes(action)
      ? []
      : [{ field: 'action', says: 'Choose whether to rehearse or to load the file.' } as const]),
  ];
}

async function sendForm(
  { page, gateway }: Makers,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  chosen: Chosen,
): Promise<FastifyReply> {
  const { sources } = await gateway.ask(ImportSourcesDocument, {}, askingOf(request));
  const { problems } = chosen;
  const view = {
    chosen,
    // Nothing of a system that was taken over is loaded any more.
    sources: (sources ?? []).filter(({ takenOverOn }) => takenOverOn === null),
    problems: problems.map(({ field, says }) => ({ says, href: `#${field}` })),
    problemOf: Object.fromEntries(problems.map(({ field, says }) => [field, says])),
  };
  const isForeign = chosen.isLate === true && request.method === 'POST';
  const status = isForeign ? 403 : problems.length > 0 ? 400 : 200;
  return sendPage(reply, page(request, 'imports/new.njk', view), status);
}
