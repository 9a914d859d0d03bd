import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayWords } from '../../../domain/figures/days';
import { PAGE_ROWS, pageLinks, readPlace } from '../../lists/page-place';
import { type JobKind, JobListDocument } from '../../operations/__generated__/operations';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { checkAdmin } from './check-admin';
import { jobLine, REFRESH_SECONDS } from './job-view';
import { WORK } from './work-kinds';

/** What keeps work from being begun, and where it is told. */
export interface Problem {
  readonly says: string;
  readonly href: string;
}

interface Sending {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly problems?: readonly Problem[];
}

/** Sends the list of long work, and what can be begun there. */
export async function sendList(
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
  { request, reply, problems = [] }: Sending,
): Promise<FastifyReply> {
  checkAdmin(request);
  const place = readPlace(queryOf(request));
  const variables = { first: PAGE_ROWS, after: place.after };
  const { underWay, ended, sources } = await gateway.ask(JobListDocument, variables, askingOf(request));
  const lines = (ended?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [jobLine(node)]));
  const jobs = (underWay?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [node]));
  const links = pageLinks({
    ...{ path: '/imports', filter: {}, parameters: {}, place, rows: lines.length },
    total: ended?.totalCount ?? null,
    pageInfo: ended?.pageInfo ?? { hasNextPage: false, endCursor: null },
  });
  const view = {
    ...{ working: jobs.map(jobLine), lines, links, problems, takenOver: takenOverWords(sources ?? []) },
    work: WORK.map((work) => ({ ...work, underWayHref: hrefOf(jobs, work.kind) })),
    // What answers a form is no page to load again.
    refreshSeconds: jobs.length > 0 && problems.length === 0 ? REFRESH_SECONDS : null,
  };
  return sendPage(reply, page(request, 'imports/list.njk', view), problems.length > 0 ? 400 : 200);
}

/** The systems whose complaints are worked on here, and since when. */
const takenOverWords = (
  sources: readonly { readonly title: string; readonly takenOverOn: string | null }[],
): readonly string[] =>
  sources.flatMap(({ title, takenOverOn }) =>
    takenOverOn === null ? [] : [`${title}: taken over on ${dayWords(takenOverOn)}`],
  );

const hrefOf = (
  jobs: readonly { readonly id: string; readonly kind: JobKind }[],
  wanted: JobKind,
): string | null => {
  const job = jobs.find(({ kind }) => kind === wanted);
  return job === undefined ? null : `/imports/${job.id}`;
};
