import { type LimitDays, limitDay, momentOn } from '../../clocks/limit-day';
import type { CommandRefusal } from '../command';
import type { ExtensionRule, LimitRule } from '../stage-version';
import { refuseDay, refuseUnknownDay } from './days';
import { type QuestionOf, refusal } from './question';

/** An extension with the limit that it is of, and the days of that limit. */
interface Extending {
  readonly question: QuestionOf<'extend'>;
  readonly limit: LimitRule;
  readonly extension: ExtensionRule;
  readonly days: LimitDays;
}

/**
 * An extension is of a limit that has one, is told while the limit runs, leads to a later day, and is as long as the rule lets
 * it be: once, but for a good reason where the rule knows any. Where the law sets no number (an agreement), it has to be
 * from before the limit itself ran out, and may be renewed.
 */
export function refuseExtension(question: QuestionOf<'extend'>): CommandRefusal | null {
  const { command, stage, version, calendars, rule } = question;
  const limit = version.limits.find(({ name }) => name === command.limit);
  if (limit?.extension == null) {
    const source = limit?.source ?? rule.source;
    const message = `${command.limit} is no limit of this stage that can be extended. ${extendable(question)}`;
    return refusal('EXTENSION_NOT_ALLOWED', message, { source, part: 'limit' });
  }
  const days = limitDay({ limit, stage, version, calendars });
  const asked: Extending = { question, limit, extension: limit.extension, days };
  return refuseWhen(asked) ?? refuseDays(asked) ?? refuseAgain(asked) ?? refuseLength(asked);
}

function extendable({ version }: QuestionOf<'extend'>): string {
  const names = version.limits.filter(({ extension }) => extension !== null).map(({ name }) => name);
  return names.length === 0 ? 'None can be.' : `These can be: ${names.join(', ')}.`;
}

/** Only a limit that runs is extended, and whoever waits is told why. */
function refuseWhen({ question, limit, extension, days }: Extending): CommandRefusal | null {
  const { command, stage } = question;
  const { source } = extension;
  const met = momentOn(stage, limit.metBy);
  if (met !== null) {
    const message = `“${limit.title}” was done on ${met}, so that there is nothing to extend.`;
    return refusal('EXTENSION_NOT_ALLOWED', message, { source, part: 'limit' });
  }
  if (days.dueOn === null || days.originalDueOn === null) {
    const message = `“${limit.title}” has no last day yet, since its clock has not begun or stands still. Extend it once it runs.`;
    return refusal('EXTENSION_NOT_ALLOWED', message, { source, part: 'limit' });
  }
  if (!command.hasReason)
    return refusal('REASON_MISSING', 'Say why, as the complainant is told.', { source, part: 'reason' });
  const last = extension.by === null ? days.originalDueOn : days.dueOn;
  if (command.on <= last) return null;
  const message = `“${limit.title}” ran out on ${last}. It can be extended until then, and is missed now.`;
  return refusal('EXTENSION_AFTER_LIMIT', message, { source, part: 'on' });
}

function refuseDays({ question, limit, extension, days }: Extending): CommandRefusal | null {
  const { command, stage } = question;
  const { source } = extension;
  const earlier = stage.extensions
    .filter((one) => one.limit === limit.name)
    .map(({ on }) => ({ what: 'it was extended before', on }));
  const refused =
    refuseDay({ day: command.on, part: 'on', source, after: earlier }, question) ??
    refuseUnknownDay({ day: command.to, part: 'to', source, mayBeAhead: true }, question);
  if (refused !== null || days.dueOn === null || command.to > days.dueOn) return refused;
  const message = `“${limit.title}” has time until ${days.dueOn} already. Give a later day.`;
  return refusal('DAY_NOT_LATER', message, { source, part: 'to' });
}

/** Whether somebody who may says that there is a good reason, and the rule takes one. */
const hasGoodReason = ({ question: { command, caller }, extension }: Extending): boolean =>
  command.isForGoodReason && extension.isPassableForGoodReason && caller.role === 'officer';

const wayOn = ({ extension }: Extending): string =>
  extension.isPassableForGoodReason
    ? 'An officer of the complaints team can go past that for a good reason.'
    : 'Nothing lets it be longer: an answer after that day is late.';

function refuseAgain(asked: Extending): CommandRefusal | null {
  const { question, limit, extension } = asked;
  const before = question.stage.extensions.find((one) => one.limit === limit.name);
  if (before === undefined || extension.by === null || hasGoodReason(asked)) return null;
  const message = `“${limit.title}” was extended already, to ${before.to}, and can be once. ${wayOn(asked)}`;
  return refusal('EXTENSION_REPEATED', message, { source: extension.source, part: 'limit' });
}

function refuseLength(asked: Extending): CommandRefusal | null {
  const { question, limit, extension, days } = asked;
  const { to } = question.command;
  if (extension.by === null || hasGoodReason(asked)) return null;
  const last = days.extendableTo;
  if (last !== null && to <= last) return null;
  const reach = last === null ? 'no further than calendars reach' : `to ${last} at the latest`;
  const message = `“${limit.title}” can be extended ${reach}, not to ${to}. ${wayOn(asked)}`;
  return refusal('EXTENSION_TOO_LONG', message, { source: extension.source, part: 'to' });
}
