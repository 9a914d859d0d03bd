import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { askCommand } from '../../../forms/ask-command';
import { fieldsWith, textOf } from '../../../forms/fields';
import { type Problem, refusalIn } from '../../../forms/problem';
import {
  KeyPageDocument,
  RevokeKeyDocument,
  RotateKeyDocument,
} from '../../../operations/__generated__/operations';
import { checkForm } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { askingOf, sendPage } from '../../page-makers';
import { decidingIn } from '../office';
import { keyView } from './key-view';
import { type KeyMakers, sendMade } from './made';
import { daysProblems } from './read-key-form';

const PATH = '/administration/keys/:id';
const parameters = z.object({ id: z.string() });
const idOf = (request: FastifyRequest): string => parameters.parse(request.params).id;

interface Sent {
  readonly template: 'administration/key.njk' | 'administration/revoke-key.njk';
  readonly command?: string;
  readonly days?: string;
  readonly reason?: string;
  readonly problems?: readonly Problem[];
  readonly status?: number;
}

/** One key: how it stands, making the one that takes its place, and ending it. */
export function addKeyPages(app: FastifyInstance, makers: KeyMakers): void {
  app.get(PATH, (request, reply) => sendKey(makers, request, reply, { template: 'administration/key.njk' }));

  app.post(`${PATH}/rotate`, async (request, reply) => {
    const form = checkForm(request);
    const [command, days] = [textOf(form, 'command'), textOf(form, 'expiresInDays')];
    const shown: Sent = { template: 'administration/key.njk', command, days };
    const problems = daysProblems(days);
    if (problems.length > 0) return sendKey(makers, request, reply, { ...shown, problems, status: 400 });
    const variables = { command, id: idOf(request), expiresInDays: Number(days) };
    const asked = makers.gateway.ask(RotateKeyDocument, variables, askingOf(request));
    const commanded = await askCommand(asked, ({ outcome }) =>
      refusalIn(outcome?.__typename === 'KeyMade' ? null : outcome, { KeyUnusable: 'expiresInDays' }),
    );
    const outcome = commanded.answer?.outcome;
    if (outcome?.__typename === 'KeyMade') return sendMade(makers, request, reply, outcome);
    return sendKey(makers, request, reply, { ...shown, ...commanded });
  });

  app.get(`${PATH}/revoke`, (request, reply) =>
    sendKey(makers, request, reply, { template: 'administration/revoke-key.njk' }),
  );

  app.post(`${PATH}/revoke`, async (request, reply) => {
    const reason = textOf(checkForm(request), 'reason');
    const asked = makers.gateway.ask(RevokeKeyDocument, { id: idOf(request), reason }, askingOf(request));
    const commanded = await askCommand(asked, ({ outcome }) =>
      refusalIn(outcome, { ReasonUnusable: 'reason' }),
    );
    if (commanded.answer !== null) return reply.redirect('/administration/keys?revoked', 303);
    return sendKey(makers, request, reply, {
      template: 'administration/revoke-key.njk',
      reason,
      ...commanded,
    });
  });
}

async function sendKey(
  { page, gateway }: KeyMakers,
  request: FastifyRequest,
  reply: FastifyReply,
  { template, command = randomUUID(), days = '90', reason = '', problems = [], status = 200 }: Sent,
): Promise<FastifyReply> {
  decidingIn(request);
  const { key } = await gateway.ask(KeyPageDocument, { id: idOf(request) }, askingOf(request));
  if (key === null) throw new NotFound();
  const field = fieldsWith({ expiresInDays: days, reason }, problems);
  const html = page(request, template, {
    ...{ key: keyView(key), problems, command },
    days: field('expiresInDays', 'Days', 'How long the new key holds'),
    reason: field('reason', 'Why it ends', 'For example, Found in a log'),
  });
  return sendPage(reply, html, status);
}
