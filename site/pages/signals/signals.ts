import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import { SignalsDocument } from '../../operations/__generated__/operations';
import { unlessLost } from '../ask-part';
import { lostView, statusOf } from '../figures/lost';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { chosenSignals, DIMENSIONS, DIRECTIONS, periodChoices, STATES } from './chosen-signals';
import { addNotePage } from './note';
import { SIGNALS_PATH } from './paths';
import { signalView } from './signal-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;

/** What is more than noise, with what people found out about it. */
export function addSignalPages(app: FastifyInstance, makers: Makers): void {
  app.get(SIGNALS_PATH, async (request, reply) => {
    const asked = chosenSignals(queryOf(request));
    const answer = await unlessLost(makers.gateway.ask(SignalsDocument, asked, askingOf(request)));
    const told = answer?.signals ?? null;
    const isLost = told === null;
    const period = told === null ? '' : `${told.financialYear}.${told.upTo}`;
    const html = makers.page(request, 'signals/list.njk', {
      ...lostView({ isLost }),
      ...{
        dimensions: DIMENSIONS,
        directions: DIRECTIONS,
        states: STATES,
        chosen: chosenIn(request, period),
      },
      isNarrowed: Object.keys(asked.where ?? {}).length > 0,
      periods: told === null ? [] : periodChoices(told.asAt),
      isSaved: queryOf(request).saved !== undefined,
      told: told && {
        ...{ judged: told.judged, tooFew: told.tooFew, asAt: dayWords(told.asAt) },
        partial: told.partial.map(streamName),
        signals: told.signals.map((signal, place) => signalView(signal, place, period)),
      },
    });
    return sendPage(reply, html, statusOf({ isLost }));
  });
  addNotePage(app, makers);
}

/** What the fields show as chosen. */
function chosenIn(request: FastifyRequest, period: string) {
  const { dimension, direction, state } = queryOf(request);
  return { dimension, direction, state, period };
}
