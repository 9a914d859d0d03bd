import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { wholeTextOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import { isPartLost } from '../../gateway/part-lost';
import { RESUMED } from '../../kept-forms/kept-form-page';
import {
  ReportSectionPageDocument,
  type ReportSectionPageQuery,
  WriteReportCommentaryDocument,
} from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { changesBetween, isChanged } from '../guidance/changes';
import { askingOf, type PageMakers, sendPage, steadyAskingOf } from '../page-makers';
import { REPORTS_PATH, reportHref, sectionHref } from './paths';
import { checkWriter } from './roles';
import { momentDay } from './words';

/** A form with the longest text, of which each letter may take several bytes. */
const MAX_FORM_BYTES = 200_000;

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>;
interface OfSection {
  readonly Params: { readonly id: string; readonly section: string };
}
type Said = NonNullable<NonNullable<ReportSectionPageQuery['report']>['sections'][number]['commentary']>;

interface Sending {
  readonly request: FastifyRequest<OfSection>;
  readonly reply: FastifyReply;
}

/** What was typed, and what keeps it from being written. */
interface Typed {
  readonly text: string;
  readonly basedOnVersion: number;
  readonly problems?: readonly Problem[];
  /** What somebody else wrote meanwhile. */
  readonly standing?: Said;
  readonly isResumed?: boolean;
}

/** Saying something in a section of a report: each has a page of its own. */
export function addSectionPages(app: FastifyInstance, makers: Makers): void {
  const path = `${REPORTS_PATH}/:id/sections/:section`;
  app.get<OfSection>(path, async (request, reply) => {
    checkWriter(request);
    return sendForm(makers, { request, reply }, null);
  });
  app.post<OfSection>(path, { bodyLimit: MAX_FORM_BYTES }, (request, reply) =>
    take(makers, { request, reply }),
  );
}

async function take(makers: Makers, sending: Sending): Promise<FastifyReply> {
  const { request, reply } = sending;
  const form = checkForm(request);
  checkWriter(request);
  const text = wholeTextOf(form, 'text');
  const basedOnVersion = versionIn(wholeTextOf(form, 'basedOnVersion'));
  if (form[RESUMED] !== undefined)
    return sendForm(makers, sending, { text, basedOnVersion, isResumed: true });
  const { id, section } = request.params;
  try {
    const variables = { id, section, basedOnVersion, text };
    const { done } = await makers.gateway.ask(
      WriteReportCommentaryDocument,
      variables,
      steadyAskingOf(request),
    );
    if (done?.__typename === 'Report')
      return reply.redirect(`${reportHref(id)}?did=written#${encodeURIComponent(section)}`, 303);
    if (done?.__typename === 'ReportNotFound') throw new NotFound();
    if (done?.__typename === 'CommentaryChanged' && done.commentary !== null) {
      // Whoever has seen what stands by now may write over that.
      const { version } = done.commentary;
      return sendForm(makers, sending, { text, basedOnVersion: version, standing: done.commentary });
    }
    const says = done?.message ?? NOT_KNOWN;
    return sendForm(makers, sending, { text, basedOnVersion, problems: [{ field: 'text', says }] });
  } catch (error) {
    if (!isPartLost(error)) throw error;
    return sendForm(makers, sending, { text, basedOnVersion, problems: [{ field: '', says: NOT_KNOWN }] });
  }
}

const NOT_KNOWN =
  'No answer came, so nobody knows whether it was written. What you typed is below. Save it again: the same words again change nothing.';

const versionIn = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 0);

async function sendForm(
  makers: Makers,
  { request, reply }: Sending,
  typed: Typed | null,
): Promise<FastifyReply> {
  const { id, section: key } = request.params;
  const { report } = await makers.gateway.ask(ReportSectionPageDocument, { id }, askingOf(request));
  const section = report?.sections.find((each) => each.key === key);
  if (!report || section === undefined) throw new NotFound();
  const { standing, problems = [], isResumed = false } = typed ?? {};
  const text = typed?.text ?? section.commentary?.text ?? '';
  const changes = standing ? changesBetween(standing.text, text) : [];
  const view = {
    ...{ heading: section.heading, prompt: section.prompt, text, problems, isResumed },
    ...{ report: report.title, isDraft: report.state === 'DRAFT', action: sectionHref(id, key) },
    backHref: `${reportHref(id)}#${encodeURIComponent(key)}`,
    basedOnVersion: typed?.basedOnVersion ?? section.commentary?.version ?? 0,
    conflict: standing
      ? {
          ...{
            text: standing.text,
            isOwn: standing.writtenBy === signedIn(request).subject,
            by: makers.nameOf(standing.writtenBy),
            on: momentDay(standing.writtenAt),
          },
          changes: isChanged(changes) ? changes : null,
        }
      : null,
  };
  const status = standing ? 409 : problems.length > 0 ? 400 : 200;
  return sendPage(reply, makers.page(request, 'reports/write.njk', view), status);
}
