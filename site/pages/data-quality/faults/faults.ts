import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Asking, Gateway } from '../../../gateway/gateway';
import { isBadQuestion } from '../../../gateway/part-lost';
import { FIRST_PAGE, PAGE_ROWS, type PagePlace, readPlace } from '../../../lists/page-place';
import { FaultListDocument } from '../../../operations/__generated__/operations';
import { signedIn } from '../../../server/visitor';
import { askPart } from '../../ask-part';
import { askingOf, type PageMakers, queryOf, sendPage, steadyAskingOf } from '../../page-makers';
import { type FileStep, STEP_ROWS, sendFile } from '../list-file';
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
    const { place, given } = await pageAt(gateway, asking, question, readPlace(queryOf(request)));
    const { role } = signedIn(request);
    const view = faultsView({ question, names, place, given, now: clock.now(), role });
    return sendPage(reply, page(request, 'data-quality/faults.njk', view));
  });
  app.get(`${FAULTS_PATH}.csv`, async (request, reply) => {
    if (signedIn(request).role === 'manager') return sendServiceFaultFile(makers, { request, reply });
    checkMayCorrect(request);
    const asking = steadyAskingOf(request);
    const { question } = await readQuestion(gateway, asking, request);
    const refused = await sendFile(reply, {
      ...{ name: 'faults', heads: FAULT_HEADS, cellsOf: faultCells },
      step: (after) => stepOf(gateway, asking, question, { first: STEP_ROWS, after }),
    });
    if (refused === null) return reply;
    const told = { title: 'There is no such download', says: [refused.refused] };
    return sendPage(reply, page(request, 'told.njk', told), 422);
  });
}

async function readQuestion(gateway: Gateway, asking: Asking, request: FastifyRequest) {
  const names = await askPart(askQualityNames(gateway, { ...asking, share: 0.5 }));
  return { names, question: readFaultQuestion(queryOf(request), names) };
}

/** The page at a place; the first where the list has no such place any more. */
async function pageAt(
  gateway: Gateway,
  asking: Asking,
  question: FaultQuestion,
  place: PagePlace,
): Promise<{ place: PagePlace; given: FileStep<FaultNode> }> {
  try {
    const given = await stepOf(gateway, asking, question, { first: PAGE_ROWS, after: place.after });
    return { place, given };
  } catch (error) {
    if (!isBadQuestion(error) || place.after === null) throw error;
    return pageAt(gateway, asking, question, FIRST_PAGE);
  }
}

const NO_ROWS = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } } as const;

async function stepOf(
  gateway: Gateway,
  asking: Asking,
  { where }: FaultQuestion,
  { first, after }: { first: number; after: string | null },
): Promise<FileStep<FaultNode>> {
  const { faults } = await gateway.ask(FaultListDocument, { where, first, after }, asking);
  return faults ?? NO_ROWS;
}
