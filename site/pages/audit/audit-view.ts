import { londonMomentOf } from '../../../domain/calendar/day';
import { addressOf } from '../../filters/address';
import { type PageLinks, type PagePlace, pageLinks } from '../../lists/page-place';
import { shortDayWords } from '../../words/days';
import { countedWords } from '../../words/numbers';
import { ACTIONS, type AuditQuestion } from './audit-filter';
import { LOGS } from './logs';
import type { LoggedEntry, MergedPage } from './merge';
import { placesText } from './places';

export const AUDIT_PATH = '/audit';

/** What the page of the audit log shows. */
export function auditView(question: AuditQuestion, place: PagePlace, merged: MergedPage) {
  const { parameters, problems } = question;
  const { entries, total, next, lost } = merged;
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
    says: countedWords({ count: total, one: 'entry', many: 'entries' }),
    rows: entries.map((entry) => shownEntry(entry, parameters)),
    lost: lost.map((log) => LOGS[log].name),
    links,
  };
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

/** A moment as a clock in London showed it: "29 Nov 2026, 14:03:22". */
function momentWords(at: string): string {
  const moment = londonMomentOf(new Date(at));
  return moment === null ? at : `${shortDayWords(moment.day)}, ${moment.time}`;
}
