import { createHash } from 'node:crypto';
import type { ReviewAgendaInput } from '../../../operations/__generated__/operations';
import type { Agenda } from './ask-agenda';

/** What is kept of an agenda when its meeting is closed; null where a part of it cannot be had. */
export function keptOf({ asAt, countedFrom, before, sections }: Agenda): ReviewAgendaInput | null {
  const parts = [before, ...sections].map(({ figures }) => figures);
  if (parts.includes(null)) return null;
  const figures = parts.flatMap((each) => each ?? []);
  return { asAt, countedFrom, figures: figures.map((figure) => ({ ...figure, listed: [...figure.listed] })) };
}

/** Tells whether an agenda says what another said: a form carries it from the page that people saw to what is kept. */
export const seenMark = (kept: ReviewAgendaInput): string =>
  createHash('sha256').update(JSON.stringify(kept)).digest('base64url');
