import { londonMomentOf } from '../../../domain/calendar/day';
import { shortDayWords } from '../../../domain/figures/days';
import { countedWords } from '../../../domain/figures/numbers';
import { addressOf } from '../../filters/address';
import { type PageLinks, type PagePlace, pageLinks } from '../../lists/page-place';
import { ACTIONS, type AuditQuestion } from './audit-filter';
import { LOGS } from './logs';
import type { LoggedEntry, MergedPage } from './merge';
import { placesText } from './places';

export const AUDIT_PATH = '/audit';

/** What the page of the audit log shows. */
export function auditView(question: AuditQuestion, place: PagePlace, merged: MergedPage) {
  const { parameters, problems } = question;
  const { entries, total, next } = merged;
  const lost = namesOf(merged.lost);
  const links: PageLinks = pageLinks({
    path: AUDIT_PATH,
    filter: {},
    parameters,
    place,
    rows: entries.length,
    total,
    pageInfo: { hasNextPage: next !== null, endCursor: next === null ? null : placesText(next) },
  });
  return {
    problems,
    chosen: parameters,
    isNarrowed: Object.keys(parameters).length > 0,
    actions: Object.entries(ACTIONS).map(([value, text]) => ({ value, text })),
    says: saysHowMany(merged),
    rows: entries.map((entry) => shownEntry(entry, parameters)),
    lost,
    links,
    seals: merged.seals.map(shownSeal),
  };
}

const namesOf = (logs: MergedPage['lost']): string[] => logs.map((log) => LOGS[log].name);

/** How many entries there are, and whose are not among them: a list that lacks some may not pass for all there is. */
function saysHowMany({ total, lost }: MergedPage): string {
  const found = countedWords({ count: total, one: 'entry', many: 'entries' });
  return lost.length === 0 ? found : `${found} found, without those of ${namesOf(lost).join(', ')}`;
}

function shownEntry({ log, entry }: LoggedEntry, parameters: AuditQuestion['parameters']) {
  const { at, actor, role, action, subject, request } = entry;
  return {
    at: momentWords(at),
    actor,
    actorHref: addressOf(AUDIT_PATH, {}, { ...parameters, actor }),
    role,
    action: ACTIONS[action] ?? action,
    subject,
    subjectHref: addressOf(AUDIT_PATH, {}, { ...parameters, subject }),
    log: LOGS[log].name,
    request,
  };
}

/** How far a log is sealed: what was written before that moment cannot be changed unseen. */
function shownSeal({ log, seal }: MergedPage['seals'][number]) {
  const { name } = LOGS[log];
  if (seal === null) return { name, until: 'not sealed yet', number: '', hash: '', waiting: '' };
  const { number, sealedAt, hash, waiting } = seal;
  return { name, until: momentWords(sealedAt), number, hash, waiting };
}

/** A moment as a clock in London showed it: "29 Nov 2026, 14:03:22". */
function momentWords(at: string): string {
  const moment = londonMomentOf(new Date(at));
  return moment === null ? at : `${shortDayWords(moment.day)}, ${moment.time}`;
}
