import type { FastifyInstance } from 'fastify';
import { servePages } from '../../../testing/serve-pages';
import { isSettledBefore } from './settled-before';

const FORM = { key: 'k', version: '4', 'on-day': '1', 'on-month': '12', 'on-year': '2026' };

async function ask(stream: 'ADULTS' | 'CORPORATE', form: Record<string, string>, typename: string) {
  const site = await servePages({
    answers: { DoSettleAdultsConcern: { outcome: { __typename: typename } } },
    add: (app: FastifyInstance, { gateway }) => {
      app.post('/gone', async (request) => ({
        isSettled: await isSettledBefore(gateway, request, { id: 'adults-1', stream }),
      }));
    },
  });
  const { body } = await site.post('/gone', form);
  await site.stop();
  return { said: JSON.parse(body), asked: site.asked.length };
}

describe('a form that was sent before', () => {
  it('settled its concern where the command is answered as done', async () => {
    expect(await ask('ADULTS', FORM, 'CommandDone')).toEqual({ said: { isSettled: true }, asked: 1 });
    expect(await ask('ADULTS', FORM, 'CaseNotFound')).toEqual({ said: { isSettled: false }, asked: 1 });
  });

  it('settled nothing where it says no day, or the stream settles no concerns', async () => {
    expect(await ask('ADULTS', { key: 'k' }, 'CommandDone')).toEqual({
      said: { isSettled: false },
      asked: 0,
    });
    expect(await ask('CORPORATE', FORM, 'CommandDone')).toEqual({ said: { isSettled: false }, asked: 0 });
  });
});
