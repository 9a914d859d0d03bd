import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Asking, Gateway } from '../../../gateway/gateway';
import { askAt } from '../../../lists/ask-at';
import { PAGE_ROWS, readPlace } from '../../../lists/page-place';
import { FaultListDocument } from '../../../operations/__generated__/operations';
import { signedIn } from '../../../server/visitor';
import { askPart } from '../../ask-part';
import { askingOf, type PageMakers, queryOf, sendPage, steadyAskingOf } from '../../page-makers';
import { type FileStep, NO_STEP, STEP_ROWS, sendFile } from '../list-file';
import { FAULTS_PATH } from '../paths';
import { askQualityNames } from '../quality-names';
import { checkMayCorrect } from '../roles';
import { FAULT_HEADS, type FaultNode, faultCells, faultsView } from './faults-view';
import { type FaultQuestion, readFaultQuestion } from './question';
import { sendServiceFaultFile, sendServiceFaults } from './service-faults';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;

/** What was wrong with rows and files, and what was done about it. A manager sees what concerns their services. */
export function addFaults(app: FastifyInstance, makers: Makers): void {
  const { page, gateway, clock } = makers;
  app.get(FAULTS_PATH, async (request, reply) => {
    if (signedIn(request).role === 'manager') return sendServiceFaults(makers, { request, reply });
    checkMayCorrect(request);
    const asking = askingOf(request);
    const { question, names } = await readQuestion(gateway, asking, request);
    const { place, given } = await askAt(readPlace(queryOf(request)), (after) =>
      stepOf(gateway, asking, question, { first: PAGE_ROWS, after }),
    );
    const { role } = signedIn(request);
    const view = faultsView({ question, names, place, given, now: clock.now(), role });
    return sendPage(reply, page(request, 'data-quality/faults.njk', view));
  });
  app.get(`${FAULTS_PATH}.csv`, async (request, reply) => {
    if (signedIn(request).role === 'manager') return sendServiceFaultFile(makers, { request, reply });
    checkMayCorrect(request);
    const asking = steadyAskingOf(request);
    const { question } = await readQuestion(gateway, asking, request);
    return sendFile(
      { page, request, reply },
      {
        ...{ name: 'faults', heads: FAULT_HEADS, cellsOf: faultCells },
        step: (after) => stepOf(gateway, asking, question, { first: STEP_ROWS, after }),
      },
    );
  });
}

async function readQuestion(gateway: Gateway, asking: Asking, request: FastifyRequest) {
  const names = await askPart(askQualityNames(gateway, { ...asking, share: 0.5 }));
  return { names, question: readFaultQuestion(queryOf(request), names) };
}

async function stepOf(
  gateway: Gateway,
  asking: Asking,
  { where }: FaultQuestion,
  { first, after }: { first: number; after: string | null },
): Promise<FileStep<FaultNode>> {
  const { faults } = await gateway.ask(FaultListDocument, { where, first, after }, asking);
  return faults ?? NO_STEP;
}
