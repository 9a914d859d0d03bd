import type { FastifyInstance } from 'fastify';
import { checkFields } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askingOf, sendPage } from '../page-makers';
import { exampleQuestions } from './example-questions';
import type { ExploreMakers } from './explore-makers';
import { explorerFiles, FILES_PATH } from './explorer-files';
import { questionModel } from './read-question';

/** The header in which GraphiQL sends the token that forms have in a field. */
const TOKEN_HEADER = 'x-form-token';

/** GraphiQL's editor writes styles as it goes, and has its letters in its style sheet: this one page lets it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** GraphiQL, served from here with all that it needs, and what it asks with: the visitor's own sign-in, which stays on the server. */
export function addGraphiql(app: FastifyInstance, makers: ExploreMakers): void {
  const { page, askFreely } = makers;
  app.get('/explore/graphiql', async (request, reply) => {
    const tabs = await exampleQuestions(makers, request);
    const { at } = explorerFiles();
    const html = page(request, 'explore/graphiql.njk', { at, tabs: JSON.stringify(tabs) });
    return sendPage(reply.header('content-security-policy', POLICY), html);
  });

  app.get(`${FILES_PATH}:file`, async (request, reply) => {
    signedIn(request);
    const found = explorerFiles().file(request.url);
    if (found === null) throw new NotFound();
    return reply
      .header('cache-control', 'private, max-age=31536000, immutable')
      .type(found.type)
      .send(found.content);
  });

  app.post('/explore/graphql', async (request, reply) => {
    checkFields(request, { formToken: request.headers[TOKEN_HEADER] });
    const question = questionModel.safeParse(request.body);
    if (!question.success)
      return reply.status(400).send({ errors: [{ message: 'Send a question as JSON, with `query`.' }] });
    return reply
      .type('application/json; charset=utf-8')
      .send(await askFreely(question.data, askingOf(request)));
  });
}
