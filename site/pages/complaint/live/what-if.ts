import type { FastifyInstance } from 'fastify';
import type { Asking, Gateway } from '../../../gateway/gateway';
import { isBadQuestion } from '../../../gateway/part-lost';
import type { AssumedDays } from '../../../operations/__generated__/operations';
import { CASE_QUESTIONS } from '../../../operations/case-questions.generated';
import { sentFields } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { streamOfId } from '../../casework/commands/ask-case';
import { complaintHref } from '../../complaints/rows';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { idOf } from '../id';
import { assumedFields, readAssumed, refusedDays } from './assumed-days';
import { clocksOf } from './clocks';

/** What would have to happen by when, if days were others: a form of its own, and nothing is recorded. */
export function addWhatIf(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get('/complaints/:id/what-if', async (request, reply) => {
    const [id, form] = [idOf(request), sentFields(request.query) ?? {}];
    const read = readAssumed(form);
    const assume = read.problems.length > 0 ? {} : read.assume;
    const told = await askWhatIf(gateway, askingOf(request), { id, assume });
    const problems = told.refused === null ? read.problems : [refusedDays(told.refused, form)];
    const html = page(request, 'complaints/live/what-if.njk', {
      ...{ problems, clocks: clocksOf(told.deadlines) },
      sendTo: `${complaintHref(id)}/what-if`,
      isAsked: problems.length === 0 && Object.keys(assume).length > 0,
      back: { href: complaintHref(id), text: `Complaint ${told.reference ?? ''}`.trim() },
      days: assumedFields(form, problems),
    });
    return sendPage(reply, html, problems.length > 0 ? 400 : 200);
  });
}

/** The clocks as they would be. Where such days cannot be meant: why, and the clocks as they are. */
async function askWhatIf(
  gateway: Gateway,
  asking: Asking,
  { id, assume }: { readonly id: string; readonly assume: AssumedDays },
) {
  const stream = streamOfId(id);
  if (stream === null) throw new NotFound();
  const ask = async (days: AssumedDays) => {
    const { complaint } = await gateway.ask(CASE_QUESTIONS.WhatIf[stream], { id, assume: days }, asking);
    if (complaint === null) throw new NotFound();
    return { reference: complaint.reference, deadlines: complaint.deadlines ?? [] };
  };
  try {
    return { ...(await ask(assume)), refused: null };
  } catch (error) {
    if (!isBadQuestion(error)) throw error;
    return { ...(await ask({})), refused: error.message };
  }
}
