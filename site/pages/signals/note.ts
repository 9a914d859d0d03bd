import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from '../../filters/address';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith, textOf } from '../../forms/fields';
import { type Problem, refusalIn } from '../../forms/problem';
import { NoteSignalDocument, SignalsDocument } from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { chosenSignals, STATES } from './chosen-signals';
import { NOTE_PATH, SIGNALS_PATH } from './paths';
import { noteView, signalView } from './signal-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;

/** What was typed, and what is in the way of keeping it. */
interface Typed {
  readonly id: string;
  readonly period: string;
  readonly basedOnVersion: number | null;
  readonly text: string;
  readonly state: string;
  readonly problems: readonly Problem[];
  readonly status: number;
}

const NOTHING = { basedOnVersion: null, text: '', state: '', problems: [], status: 200 } as const;
const WHOLE_NUMBER = /^\d{1,9}$/;

/** Writing down what was found out about a signal. */
export function addNotePage(app: FastifyInstance, makers: Makers): void {
  app.get(NOTE_PATH, (request, reply) => {
    const { id, period } = queryOf(request);
    if (typeof id !== 'string') throw new NotFound();
    return sendForm(makers, request, reply, {
      ...NOTHING,
      id,
      period: typeof period === 'string' ? period : '',
    });
  });

  app.post(NOTE_PATH, async (request, reply) => {
    const form = checkForm(request);
    const [id, period, text] = [textOf(form, 'id'), textOf(form, 'period'), textOf(form, 'text')];
    const based = textOf(form, 'basedOnVersion');
    const state = STATES.find(({ value }) => value === textOf(form, 'state'))?.value;
    if (state === undefined || !WHOLE_NUMBER.test(based)) throw new NotFound();
    const note = { id, basedOnVersion: Number(based), text, state };
    const asked = makers.gateway.ask(NoteSignalDocument, note, askingOf(request));
    const commanded = await askCommand(asked, ({ outcome }) => refusalIn(outcome, { NoteUnusable: 'text' }));
    if (commanded.answer !== null)
      return reply.redirect(addressOf(SIGNALS_PATH, {}, { period, saved: 'yes' }), 303);
    const { problems, status } = commanded;
    return sendForm(makers, request, reply, { ...note, period, problems, status });
  });
}

async function sendForm(
  { page, gateway }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Typed,
): Promise<FastifyReply> {
  const { financialYear, upTo } = chosenSignals({ period: typed.period });
  const { signals } = await gateway.ask(SignalsDocument, { financialYear, upTo }, askingOf(request));
  const signal = signals?.signals.find(({ id }) => id === typed.id);
  if (signal === undefined) throw new NotFound();
  const field = fieldsWith({ text: typed.text, state: typed.state || signal.state }, typed.problems);
  // What stands by now is shown beside what was typed: whoever sends it again has read it.
  const html = page(request, 'signals/note.njk', {
    ...{ problems: typed.problems, action: NOTE_PATH, id: typed.id, period: typed.period },
    ...{ signal: signalView(signal, 0, typed.period), found: signal.notes.map(noteView) },
    ...{ version: signal.version, backHref: addressOf(SIGNALS_PATH, {}, { period: typed.period }) },
    text: field(
      'text',
      'What was found out',
      'Name nobody: no resident, no member of staff. Everybody who reads reports reads it.',
    ),
    state: field('state', 'How far it has come'),
    states: STATES,
  });
  return sendPage(reply, html, typed.status);
}
