import type { FastifyInstance } from 'fastify';
import { dayFields, readDayFields } from '../../../forms/day-field';
import { fieldsWith, textOf, textsIn } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import { isBadQuestion } from '../../../gateway/part-lost';
import type { AssumedDays } from '../../../operations/__generated__/operations';
import { CASE_QUESTIONS } from '../../../operations/case-questions.generated';
import { type Form, sentFields } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { streamOfId } from '../../casework/commands/ask-case';
import { complaintHref } from '../../complaints/rows';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { idOf } from '../id';
import { clocksOf } from './clocks';

/** The days of which somebody may ask what would be, in words. */
const DAYS: Readonly<Record<Exclude<keyof AssumedDays, 'stage'>, string>> = {
  receivedOn: 'It was received',
  acknowledgedOn: 'It was acknowledged',
  answerBy: 'A plan agreed the answer by',
  extendedTo: 'The answer was extended to',
  suspendedOn: 'Its clock was stopped',
  resumedOn: 'Its clock went on',
  statementAgreedOn: 'What is complained of was agreed in writing',
  panelHeldOn: 'The panel met',
  panelReportedOn: 'The panel reported',
};
const isDayName = (name: string): name is keyof typeof DAYS => Object.hasOwn(DAYS, name);

/** What would have to happen by when, if one day were another: a form of its own, and nothing is recorded. */
export function addWhatIf(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get('/complaints/:id/what-if', async (request, reply) => {
    const [asking, id, form] = [askingOf(request), idOf(request), sentFields(request.query) ?? {}];
    const stream = streamOfId(id);
    if (stream === null) throw new NotFound();
    const read = readAssumed(form);
    const assume = 'assume' in read ? read.assume : {};
    const told = await gateway
      .ask(CASE_QUESTIONS.WhatIf[stream], { id, assume }, asking)
      .catch((error: unknown) => {
        if (!isBadQuestion(error)) throw error;
        return { says: error.message.replaceAll('`', '“') };
      });
    const asked = 'says' in told ? null : told.complaint;
    if (!('says' in told) && asked === null) throw new NotFound();
    const problems = 'says' in told ? [{ field: 'on', says: told.says }] : read.problems;
    const field = fieldsWith({ which: textOf(form, 'which') }, problems);
    const html = page(request, 'complaints/live/what-if.njk', {
      ...{ problems, clocks: asked?.deadlines ? clocksOf(asked.deadlines) : [] },
      ...{ sendTo: `${complaintHref(id)}/what-if`, isAsked: 'assume' in read && !('says' in told) },
      back: { href: complaintHref(id), text: `Complaint ${asked?.reference ?? ''}`.trim() },
      fields: { which: field('which', 'Which day'), on: field('on', 'The day as it might be') },
      days: Object.entries(DAYS).map(([value, text]) => ({ value, text })),
      typed: textsIn(form, dayFields('on')),
    });
    return sendPage(reply, html, problems.length > 0 ? 400 : 200);
  });
}

type ReadAssumed =
  | { readonly assume: AssumedDays; readonly problems: readonly [] }
  | { readonly problems: readonly Problem[] };

function readAssumed(form: Form): ReadAssumed {
  const which = textOf(form, 'which');
  if (!isDayName(which)) return { problems: [] };
  const { day, problem } = readDayFields(textsIn(form, dayFields('on')), 'on', 'the day as it might be');
  return problem === null ? { assume: { [which]: day }, problems: [] } : { problems: [problem] };
}
