import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith, textsIn } from '../../forms/fields';
import { type Problem, refusalIn } from '../../forms/problem';
import { EndTargetDocument } from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { checkSetting } from './roles';
import { askTarget } from './set-target';
import { standsWords, TARGETS_PATH, targetPath, targetRow } from './target-words';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
type Params = { Params: { id: string } };

interface Shown {
  readonly id: string;
  readonly reason: string;
  readonly problems: readonly Problem[];
  readonly status: number;
}

const FIELD_OF = { ReasonUnusable: 'reason' } as const;

/** Ending a target, with the reason. */
export function addEndTarget(app: FastifyInstance, makers: Makers): void {
  app.get<Params>(`${TARGETS_PATH}/:id/end`, (request, reply) =>
    sendEnd(makers, request, reply, { id: request.params.id, reason: '', problems: [], status: 200 }),
  );

  app.post<Params>(`${TARGETS_PATH}/:id/end`, async (request, reply) => {
    checkSetting(request);
    const { id } = request.params;
    const { reason, basedOnVersion } = textsIn(checkForm(request), ['reason', 'basedOnVersion']);
    const variables = { id, basedOnVersion: Number.parseInt(basedOnVersion, 10) || 0, reason };
    const asked = makers.gateway.ask(EndTargetDocument, variables, askingOf(request));
    const { problems, status } = await askCommand(asked, ({ outcome }) =>
      outcome?.__typename === 'TargetChanged'
        ? [{ field: 'reason', says: overtaken(standsWords(outcome.target)) }]
        : refusalIn(outcome, FIELD_OF),
    );
    if (problems.length === 0) return reply.redirect(`${TARGETS_PATH}?kept`, 303);
    return sendEnd(makers, request, reply, { id, reason, problems, status });
  });
}

const overtaken = (stands: string): string =>
  `Somebody else decided on it meanwhile: by now ${stands}. What you typed is still here; sent again, it ends that.`;

async function sendEnd(
  makers: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, reason, problems, status }: Shown,
): Promise<FastifyReply> {
  checkSetting(request);
  const target = await askTarget(makers, request, id);
  const field = fieldsWith({ reason }, problems);
  const html = makers.page(request, 'targets/end.njk', {
    ...{ problems, basedOnVersion: target.version, backHref: targetPath(id) },
    target: { ...targetRow(target), financialYear: target.financialYear },
    reason: field('reason', 'Why', 'Name nobody'),
  });
  return sendPage(reply, html, status);
}
