import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Draft, isOpen, stepOf, withStep } from '../../../drafts/draft';
import { textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import { RESUMED } from '../../../kept-forms/kept-form-page';
import { checkForm, FORM_TOKEN, type Form } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { complaintHref } from '../../complaints/rows';
import { sendPage } from '../../page-makers';
import { readFields } from '../commands/command-form';
import { askRecord, draftIn, type RecordingMakers } from './ask-record';
import { elsewhereOf } from './fields/elsewhere';
import { draftHref, RECORD_PATH } from './paths';
import { stepView } from './step-view';
import { after, STEPS, type StepName, stepNamed } from './steps';

const placeModel = z.object({ step: z.string() });
/** What a form says besides what is asked. */
const ASIDE = [FORM_TOKEN, RESUMED, 'version', 'go'];

/** Each step of recording by its own page: whatever button is pressed, what was typed is saved first. */
export function addStepPages(app: FastifyInstance, makers: RecordingMakers): void {
  app.get(`${RECORD_PATH}/:draft/:step`, async (request, reply) => {
    const [draft, step] = [await draftIn(makers, request), stepIn(request)];
    if (draft.became !== null) return reply.redirect(complaintHref(draft.became), 303);
    if (draft.isSent) return reply.redirect(draftHref(draft.id, 'check'), 303);
    return sendStep(makers, request, reply, { draft, step, problems: [], status: 200 });
  });

  app.post(`${RECORD_PATH}/:draft/:step`, async (request, reply) => {
    const form = checkForm(request);
    const [found, step] = [await draftIn(makers, request), stepIn(request)];
    const typed = Object.fromEntries(Object.entries(form).filter(([name]) => !ASIDE.includes(name)));
    const draft = await saved(makers, found, { step, typed, seen: Number(textOf(form, 'version')) });
    const shown = (status: number, problems: readonly Problem[]) =>
      sendStep(makers, request, reply, { draft, step, problems, status, typed });
    if (!isOpen(draft)) return shown(409, [draft.became === null ? SENT : RECORDED]);
    if (stepOf(draft, step).apart.length > 0) return shown(409, [TORN]);
    const go = textOf(form, 'go') || 'on';
    const seen = await askRecord(makers, request, draft);
    const { problems } =
      go === 'on' ? await readFields(STEPS[step].fieldsOf(seen), seen.form, seen) : { problems: [] };
    if (problems.length > 0) return shown(400, problems);
    return reply.redirect(placeAfter(draft, step, go, seen.form), 303);
  });
}

const SENT: Problem = {
  field: null,
  says: 'This draft was sent to be recorded meanwhile, and no answer came yet. What you typed is not saved: record it first, and add this as a note.',
};
const RECORDED: Problem = {
  field: null,
  says: 'This draft was recorded meanwhile. What you typed is not saved: add it to the complaint as a note.',
};
const TORN: Problem = {
  field: null,
  says: 'Another tab saved this step meanwhile. Both texts are kept: take what holds into the form, and save it.',
};

function stepIn(request: FastifyRequest): StepName {
  const step = stepNamed(placeModel.parse(request.params).step);
  if (step === null) throw new NotFound();
  return step;
}

/** The draft with what was typed; as it is where it takes nothing any more. */
async function saved(
  { drafts }: RecordingMakers,
  { id, subject }: Draft,
  { step, typed, seen }: { readonly step: StepName; readonly typed: Form; readonly seen: number },
): Promise<Draft> {
  const draft = await drafts.change(id, subject, (each) =>
    // A field that was not there, since what it needs could not be had, stays as it was.
    withStep(each, step, { form: { ...stepOf(each, step).form, ...typed }, seen }),
  );
  if (draft === null) throw new NotFound();
  return draft;
}

/** Where a button leads once all is saved. */
function placeAfter({ id }: Draft, step: StepName, go: string, form: Form): string {
  if (go === 'leave') return RECORD_PATH;
  if (go !== 'on') return draftHref(id, stepNamed(go) ?? 'check');
  if (step === 'kind' && elsewhereOf(textOf(form, 'kind')) !== null) return draftHref(id, 'elsewhere');
  return draftHref(id, after(step) ?? 'check');
}

/** A step as it is shown: `typed` is what its form said last, whether it could be saved or not. */
interface StepShown {
  readonly draft: Draft;
  readonly step: StepName;
  readonly problems: readonly Problem[];
  readonly status: number;
  readonly typed?: Form;
}

async function sendStep(
  makers: RecordingMakers,
  request: FastifyRequest,
  reply: FastifyReply,
  { draft, step, problems, status, typed }: StepShown,
): Promise<FastifyReply> {
  const seen = await askRecord(makers, request, draft, {
    ...(typed && { typed }),
    isLooking: step === 'others',
  });
  const view = stepView({ draft, step, seen, problems });
  return sendPage(reply, makers.page(request, 'casework/recording/step.njk', view), status);
}
