import type { FastifyInstance } from 'fastify';
import { TargetsDocument } from '../../operations/__generated__/operations';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { addEndTarget } from './end-target';
import { readingTargets } from './roles';
import { addSetTarget } from './set-target';
import { TARGETS_PATH, targetYears } from './target-words';

/** What measures are to reach: the list by year, setting a target, changing and ending it. */
export function addTargetPages(app: FastifyInstance, makers: Pick<PageMakers, 'page' | 'gateway'>): void {
  const { page, gateway } = makers;
  app.get(TARGETS_PATH, async (request, reply) => {
    const { isSetting } = readingTargets(request);
    const { targets } = await gateway.ask(TargetsDocument, {}, askingOf(request));
    const holding = (targets ?? []).filter(({ isEnded }) => !isEnded);
    const view = {
      ...{ isSetting, years: targetYears(holding), kept: queryOf(request).kept !== undefined },
      ended: targetYears((targets ?? []).filter(({ isEnded }) => isEnded)),
    };
    return sendPage(reply, page(request, 'targets/list.njk', view));
  });
  addSetTarget(app, makers);
  addEndTarget(app, makers);
}
