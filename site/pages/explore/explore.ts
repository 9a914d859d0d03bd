import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsWith } from '../../forms/fields';
import { checkForm } from '../../server/check-form';
import { askingOf, queryOf, type SiteMakers, sendPage } from '../page-makers';
import { exampleQuestions } from './example-questions';
import { examplesIn } from './examples';
import type { ExploreMakers } from './explore-makers';
import { addGraphiql } from './graphiql';
import { type ReadQuestion, readQuestion } from './read-question';

/** The graph itself, for whoever writes questions of their own: a form that needs no script, and GraphiQL. */
export function addExplorer(
  app: FastifyInstance,
  { root, ...site }: Omit<ExploreMakers, 'examples'> & Pick<SiteMakers, 'root'>,
): void {
  const makers = { ...site, examples: examplesIn(root) };
  app.get('/explore', async (request, reply) => {
    return sendForm(makers, { request, reply }, { typed: await begunWith(makers, request), problems: [] });
  });
  app.post('/explore', async (request, reply) => {
    const { typed, problems, question } = readQuestion(checkForm(request));
    if (question === null) return sendForm(makers, { request, reply }, { typed, problems });
    const answer = indented(await makers.askFreely(question, askingOf(request)));
    return sendForm(makers, { request, reply }, { typed, problems, answer });
  });
  addGraphiql(app, makers);
}

/** The example that the address names, else the first. */
async function begunWith(makers: ExploreMakers, request: FastifyRequest): Promise<ReadQuestion['typed']> {
  const { example: asked } = queryOf(request);
  const questions = await exampleQuestions(makers, request);
  return questions.find(({ id }) => id === asked) ?? questions[0] ?? { query: '', variables: '' };
}

interface Shown extends Pick<ReadQuestion, 'typed' | 'problems'> {
  readonly answer?: string;
}

function sendForm(
  { page, examples }: Pick<ExploreMakers, 'page' | 'examples'>,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { typed, problems, answer }: Shown,
): FastifyReply {
  const field = fieldsWith(typed, problems);
  const view = {
    problems,
    answer,
    fields: {
      query: field('query', 'Question'),
      variables: field('variables', 'Variables', 'As JSON; leave it empty where the question has none.'),
    },
    examples: examples.map(({ id, title }) => ({ title, href: `/explore?example=${id}` })),
    graphiqlHref: '/explore/graphiql',
  };
  return sendPage(reply, page(request, 'explore/explore.njk', view), problems.length > 0 ? 400 : 200);
}

/** The answer as people read it; as it came, where it is no JSON. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
