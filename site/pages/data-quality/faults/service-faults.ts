import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asking, Gateway } from '../../../gateway/gateway';
import { askAt } from '../../../lists/ask-at';
import { PAGE_ROWS, readPlace } from '../../../lists/page-place';
import { ServiceFaultListDocument } from '../../../operations/__generated__/operations';
import { askingOf, type PageMakers, queryOf, sendPage, steadyAskingOf } from '../../page-makers';
import { NO_STEP, STEP_ROWS, sendFile } from '../list-file';
import {
  readServiceQuestion,
  SERVICE_FAULT_HEADS,
  type ServiceQuestion,
  serviceFaultCells,
  serviceFaultsView,
} from './service-faults-view';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;
interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Sends what is wrong with the records of a manager's services. */
export async function sendServiceFaults(
  { page, gateway, clock }: Makers,
  { request, reply }: Exchange,
): Promise<FastifyReply> {
  const [asking, query] = [askingOf(request), queryOf(request)];
  const question = readServiceQuestion(query);
  const { place, given: answer } = await askAt(readPlace(query), (after) =>
    ask(gateway, asking, question, { first: PAGE_ROWS, after }),
  );
  const view = serviceFaultsView({ question, place, answer, now: clock.now() });
  return sendPage(reply, page(request, 'data-quality/service-faults.njk', view));
}

/** Sends the same as a file. */
export async function sendServiceFaultFile(
  { page, gateway }: Makers,
  { request, reply }: Exchange,
): Promise<FastifyReply> {
  const asking = steadyAskingOf(request);
  const question = readServiceQuestion(queryOf(request));
  return sendFile(
    { page, request, reply },
    {
      ...{ name: 'faults-of-my-services', heads: SERVICE_FAULT_HEADS, cellsOf: serviceFaultCells },
      step: async (after) => (await ask(gateway, asking, question, { first: STEP_ROWS, after })).page,
    },
  );
}

const NO_ROWS = { ...NO_STEP, byCode: [] } as const;

async function ask(
  gateway: Gateway,
  asking: Asking,
  { where }: ServiceQuestion,
  { first, after }: { first: number; after: string | null },
) {
  const { serviceFaults, directory } = await gateway.ask(
    ServiceFaultListDocument,
    { where, first, after },
    asking,
  );
  return { page: serviceFaults ?? NO_ROWS, directory };
}
