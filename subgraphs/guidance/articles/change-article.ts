import { londonDayOf } from '../../../domain/calendar/day';
import type { AuditAction } from '../../../platform/audit/actions';
import { recordAudit } from '../../../platform/audit/record';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { ArticleRow } from '../tables';
import { keepVersion, standingArticle } from './articles';
import {
  type ArticleText,
  type ArticleUnusable,
  checkArticle,
  idUnusable,
  reviewDayUnusable,
  saysTheSame,
  type WrittenArticle,
  withSteps,
} from './check-article';

/** An article as the graph shows it. */
export type ArticleShown = ArticleRow & { readonly __typename: 'Article' };

export interface ArticleChanged extends Refused<'ArticleChanged'> {
  readonly article: ArticleShown;
}

/** What a change of an article rests on. */
interface Asked {
  readonly id: string;
  readonly basedOnVersion: number;
  readonly note: string;
}

/** Writes an article, or writes it anew, unless it says the same already. */
export async function saveArticle(
  context: OperationContext,
  { text, ...asked }: Asked & { readonly text: WrittenArticle },
): Promise<ArticleShown | ArticleChanged | ArticleUnusable | Refused<'ReasonUnusable'>> {
  const checked = checkArticle(text, londonDayOf(context.clock.now()));
  if ('__typename' in checked) return checked;
  const refused = idUnusable(asked.id) ?? reasonUnusable(asked.note);
  if (refused !== null) return refused;
  const standing = await lockArticle(context.transaction, asked.id);
  const written = withSteps(checked, standing);
  if (standing !== null && !standing.is_withdrawn && saysTheSame(standing, written)) return shown(standing);
  if (standing !== null && standing.version !== asked.basedOnVersion) return changed(standing);
  return change(context, standing, 'ARTICLE_SAVE', { ...asked, ...written, is_withdrawn: false });
}

/** Says that an article holds as it is, until it is looked at again. */
export async function reviewArticle(
  context: OperationContext,
  { reviewDueOn, ...asked }: Asked & { readonly reviewDueOn: unknown },
): Promise<
  ArticleShown | ArticleChanged | ArticleUnusable | Refused<'ArticleNotFound'> | Refused<'ReasonUnusable'>
> {
  const refused =
    reviewDayUnusable(reviewDueOn, londonDayOf(context.clock.now())) ?? reasonUnusable(asked.note);
  if (refused !== null) return refused;
  const standing = await lockArticle(context.transaction, asked.id);
  if (standing === null) return notFound(asked.id);
  if (standing.version === asked.basedOnVersion)
    return change(context, standing, 'ARTICLE_REVIEW', {
      ...{ ...standing, ...asked, review_due_on: String(reviewDueOn) },
    });
  return isOwnRepeat(context, standing, asked) && standing.review_due_on === reviewDueOn
    ? shown(standing)
    : changed(standing);
}

/** Takes an article out of the lists. */
export async function withdrawArticle(
  context: OperationContext,
  asked: Asked,
): Promise<ArticleShown | ArticleChanged | Refused<'ArticleNotFound'> | Refused<'ReasonUnusable'>> {
  const refused = reasonUnusable(asked.note);
  if (refused !== null) return refused;
  const standing = await lockArticle(context.transaction, asked.id);
  if (standing === null) return notFound(asked.id);
  if (standing.is_withdrawn) return shown(standing);
  if (standing.version !== asked.basedOnVersion) return changed(standing);
  return change(context, standing, 'ARTICLE_WITHDRAW', { ...standing, ...asked, is_withdrawn: true });
}

/** The article as it stands; others who change it wait for this transaction. */
async function lockArticle(transaction: Transaction, id: string): Promise<ArticleRow | null> {
  await lockName(transaction, `guidance.article/${id}`);
  return standingArticle(transaction, id);
}

async function change(
  context: OperationContext,
  standing: ArticleRow | null,
  action: AuditAction,
  to: ArticleText & Pick<ArticleRow, 'id' | 'note' | 'is_withdrawn'>,
): Promise<ArticleShown> {
  const { transaction, identity, clock } = context;
  const row: ArticleRow = {
    ...{ id: to.id, version: (standing?.version ?? 0) + 1, kind: to.kind, title: to.title },
    ...{ summary: to.summary, body: to.body, owner: to.owner, stream: to.stream },
    ...{ review_due_on: to.review_due_on, steps: to.steps, enquiry_steps: to.enquiry_steps },
    is_withdrawn: to.is_withdrawn,
    ...{ changed_by: identity.subject, changed_at: clock.now(), note: to.note.trim() },
  };
  await keepVersion(transaction, row);
  await recordAudit(context, { schema: 'guidance', action, recordIds: [row.id] });
  return shown(row);
}

/** Whether the caller's own change, sent twice, stands already. */
const isOwnRepeat = ({ identity }: OperationContext, standing: ArticleRow, asked: Asked): boolean =>
  standing.version === asked.basedOnVersion + 1 &&
  standing.changed_by === identity.subject &&
  standing.note === asked.note.trim();

const shown = (row: ArticleRow): ArticleShown => ({ ...row, __typename: 'Article' });

const changed = (standing: ArticleRow): ArticleChanged => ({
  __typename: 'ArticleChanged',
  code: 'ARTICLE_CHANGED',
  message: `Version ${standing.version} stands by now. Look at what it says, and write your change into that.`,
  article: shown(standing),
});

const notFound = (id: string): Refused<'ArticleNotFound'> => ({
  __typename: 'ArticleNotFound',
  code: 'ARTICLE_NOT_FOUND',
  message: `There is no article “${id}”. \`articles\` lists them.`,
});
