import type { Day } from '../calendar/day';
import { type Calendar, workingDaysBetween } from '../calendar/working-days';
import type { Deadline, DeadlineStep } from '../clocks/deadline';
import type { LawSource } from '../procedure/law';
import type { DueDay, EnquiryBody, EnquiryState } from './enquiry';
import { ENQUIRY_LAW, OWN_DAYS } from './enquiry-law';
import type { OwnDays } from './enquiry-procedure';
import { ownDaysInWords, ownDaysRule } from './own-day';

interface Clock {
  readonly name: string;
  readonly title: string;
  readonly own: OwnDays['name'] | null;
  readonly from: Day | null;
  readonly fromText: string;
  readonly due: DueDay;
  readonly extendedTo: Day | null;
  readonly metOn: Day | null;
  readonly source: LawSource;
}

/** By when something has to happen in an ombudsman's case, and how each day comes about. */
export function enquiryDeadlines({
  state,
  calendar,
  today,
}: {
  readonly state: EnquiryState;
  readonly calendar: Calendar;
  readonly today: Day;
}): readonly Deadline[] {
  const body = state.body;
  return clocksOf(state).map((clock) => deadlineOf(clock, { body, calendar, today }));
}

function clocksOf({ body, receivedOn, reply, draft, remedies, decidedOn }: EnquiryState): readonly Clock[] {
  const clocks: Clock[] = [
    {
      ...{ name: 'REPLY', title: 'Reply to the enquiry', own: 'REPLY' },
      ...{ from: receivedOn, fromText: 'The enquiry was received.' },
      ...{ due: reply, extendedTo: reply.extendedTo, metOn: reply.metOn, source: ENQUIRY_LAW.reply[body] },
    },
  ];
  if (draft !== null)
    clocks.push({
      ...{ name: 'COMMENTS', title: 'Comment on the draft', own: 'COMMENTS' },
      ...{ from: draft.on, fromText: 'The draft of a decision came.' },
      ...{ due: draft, extendedTo: null, metOn: draft.metOn, source: ENQUIRY_LAW.comments[body] },
    });
  for (const { place, kind, doneOn, ...due } of remedies)
    clocks.push({
      ...{ name: `REMEDY_${place + 1}`, title: `Carry out remedy ${place + 1}`, own: kind },
      ...{ from: decidedOn, fromText: 'It was decided.' },
      ...{ due, extendedTo: null, metOn: doneOn, source: ENQUIRY_LAW.remedy[body] },
    });
  return clocks;
}

interface When {
  readonly body: EnquiryBody;
  readonly calendar: Calendar;
  readonly today: Day;
}

function deadlineOf(clock: Clock, when: When): Deadline {
  const { name, title, due, extendedTo, metOn, source } = clock;
  const dueOn = extendedTo ?? due.dueOn;
  return {
    ...{ stage: 1, name, title, dueOn, originalDueOn: due.dueOn, extendedTo, metOn, source },
    // How much later the ombudsman lets it be is theirs to say.
    extendableTo: null,
    isInTime: isInTime({ dueOn, metOn, today: when.today }),
    isEstimated: false,
    steps: [...stepsTo(clock, when), ...stepsFrom({ dueOn, metOn, today: when.today })],
  };
}

function isInTime({
  dueOn,
  metOn,
  today,
}: {
  dueOn: Day | null;
  metOn: Day | null;
  today: Day;
}): boolean | null {
  if (dueOn === null) return null;
  if (metOn !== null) return metOn <= dueOn;
  return today > dueOn ? false : null;
}

const step = (
  kind: DeadlineStep['kind'],
  on: Day | null,
  text: string,
  more: Partial<Pick<DeadlineStep, 'source' | 'days'>> = {},
): DeadlineStep => ({ ...{ kind, on, text, source: null, days: [] }, ...more });

/** What the day comes of. */
function stepsTo(
  { from, fromText, due, own, extendedTo, source }: Clock,
  when: When,
): readonly DeadlineStep[] {
  const starts = from === null ? [] : [step('STARTS', from, fromText)];
  const extended =
    extendedTo === null
      ? []
      : [step('EXTENDED', extendedTo, 'The ombudsman agreed to a later day.', { source })];
  if (due.dueOn === null) return [...starts, ...extended];
  const rule = own === null || from === null ? null : ownDaysRule({ name: own, from });
  if (due.isAsked || rule === null)
    return [...starts, step('RULE', due.dueOn, 'The ombudsman named this day.', { source }), ...extended];
  // Months include the day with which they begin, as in the complaints regulations.
  const counted = rule.unit === 'MONTH' ? 'from it, that day included' : 'after it';
  const said = `The ombudsman named no day: ${ownDaysInWords(rule, when.body)} ${counted}.`;
  return [
    ...starts,
    step('RULE', null, said, { source: OWN_DAYS }),
    ...(rule.unit === 'WORKING_DAY' ? skipped({ from, to: due.dueOn }, when.calendar) : []),
    ...extended,
  ];
}

/** Days between the two that are not counted, weekends aside. */
function skipped({ from, to }: { from: Day | null; to: Day }, calendar: Calendar): readonly DeadlineStep[] {
  if (from === null || workingDaysBetween({ from, to, calendar }) === null) return [];
  const days = calendar.daysOff.filter(({ day }) => day > from && day <= to);
  return days.length === 0 ? [] : [step('SKIPPED', null, 'Bank holidays are not counted.', { days })];
}

/** What became of it. */
function stepsFrom({ dueOn, metOn, today }: { dueOn: Day | null; metOn: Day | null; today: Day }) {
  const due = dueOn === null ? [] : [step('DUE', dueOn, 'The last day on which it is in time.')];
  if (metOn !== null) return [...due, step('MET', metOn, 'It was done.')];
  if (dueOn === null || today <= dueOn) return due;
  return [...due, step('MISSED', dueOn, 'The day passed without it.')];
}
