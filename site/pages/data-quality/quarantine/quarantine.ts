import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Asking, Gateway } from '../../../gateway/gateway';
import { askAt } from '../../../lists/ask-at';
import { PAGE_ROWS, readPlace } from '../../../lists/page-place';
import { QuarantineListDocument, type QuarantineState } from '../../../operations/__generated__/operations';
import { askPart } from '../../ask-part';
import { askingOf, type PageMakers, queryOf, sendPage, steadyAskingOf } from '../../page-makers';
import { type FileStep, NO_STEP, STEP_ROWS, sendFile } from '../list-file';
import { QUARANTINE_PATH } from '../paths';
import { type QualityFilter, readQualityFilter } from '../quality-filter';
import { askQualityNames } from '../quality-names';
import { checkMayCorrect } from '../roles';
import { type QuarantineNode, quarantineView, ROW_HEADS, rowCells } from './quarantine-view';
import { addQuarantinedRow } from './row';
import { ROW_STATE_CHOICES } from './states';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;
type Filter = QualityFilter<QuarantineState>;

/** Rows that could not be counted: their list, its file, and each of them to be put right. */
export function addQuarantine(app: FastifyInstance, makers: Makers): void {
  const { page, gateway, clock } = makers;
  app.get(QUARANTINE_PATH, async (request, reply) => {
    checkMayCorrect(request);
    const asking = askingOf(request);
    const { filter, names } = await readFilter(gateway, asking, request);
    const { place, given } = await askAt(readPlace(queryOf(request)), (after) =>
      stepOf(gateway, asking, filter, { first: PAGE_ROWS, after }),
    );
    const view = quarantineView({ filter, names, place, given, now: clock.now() });
    return sendPage(reply, page(request, 'data-quality/quarantine.njk', view));
  });
  app.get(`${QUARANTINE_PATH}.csv`, async (request, reply) => {
    checkMayCorrect(request);
    const asking = steadyAskingOf(request);
    const { filter } = await readFilter(gateway, asking, request);
    return sendFile(
      { page, request, reply },
      {
        ...{ name: 'quarantined-rows', heads: ROW_HEADS, cellsOf: rowCells },
        step: (after) => stepOf(gateway, asking, filter, { first: STEP_ROWS, after }),
      },
    );
  });
  addQuarantinedRow(app, makers);
}

async function readFilter(gateway: Gateway, asking: Asking, request: FastifyRequest) {
  const names = await askPart(askQualityNames(gateway, { ...asking, share: 0.5 }));
  return { names, filter: readQualityFilter(queryOf(request), { names, states: ROW_STATE_CHOICES }) };
}

async function stepOf(
  gateway: Gateway,
  asking: Asking,
  { where }: Filter,
  { first, after }: { first: number; after: string | null },
): Promise<FileStep<QuarantineNode>> {
  const { quarantinedRows } = await gateway.ask(QuarantineListDocument, { where, first, after }, asking);
  return quarantinedRows ?? NO_STEP;
}
