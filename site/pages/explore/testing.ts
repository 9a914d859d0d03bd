import path from 'node:path';
import type { FreeQuestion } from '../../gateway/free-questions';
import { GatewayRefusal } from '../../gateway/refusal';
import { servePages } from '../../testing/serve-pages';
import { addExplorer } from './explore';

export const ROOT = path.join(__dirname, '..', '..', '..');
const REACH = { reach: { asAt: '2021-09-30', sources: [], smallNumbers: null, rows: [] } };

/** The explorer, with a graph that answers the same to everything, and what it was asked. */
export async function serveExplorer(answer: string | GatewayRefusal = '{"data":{"a":1}}') {
  const asked: FreeQuestion[] = [];
  const site = await servePages({
    answers: { Reach: REACH },
    add: (app, makers) =>
      addExplorer(app, {
        ...makers,
        root: ROOT,
        async askFreely(question) {
          asked.push(question);
          if (answer instanceof GatewayRefusal) throw answer;
          return answer;
        },
      }),
  });
  return { ...site, asked };
}
