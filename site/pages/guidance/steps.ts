import { ENQUIRY_EVENTS } from '../../../domain/enquiries/enquiry';
import { EVENTS } from '../../../domain/procedure/events';
import { EVENT_WORDS } from '../../../domain/procedure/words';
import type { CaseEvent, EnquiryEvent } from '../../operations/__generated__/operations';
import { ENQUIRY_EVENT_WORDS } from '../ombudsman-cases/commands/words';

const codeOf = (event: string): string => event.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const CASE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  EVENTS.map((event) => [codeOf(event), EVENT_WORDS[event]]),
);
const ENQUIRY_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  ENQUIRY_EVENTS.map(codeOf).flatMap((code) =>
    isEnquiryStep(code) ? [[code, ENQUIRY_EVENT_WORDS[code]]] : [],
  ),
);

/** Whether the graph has such a step of a complaint. */
export const isCaseStep = (code: string): code is CaseEvent => Object.hasOwn(CASE_WORDS, code);

/** Whether the graph has such a step of an ombudsman's case. */
export function isEnquiryStep(code: string): code is EnquiryEvent {
  return Object.hasOwn(ENQUIRY_EVENT_WORDS, code);
}

/** What the form of an article offers: the steps that it may be for, with those marked that it is for. */
export const stepChoices = ({ steps, enquirySteps }: ForSteps) => [
  { name: 'steps', legend: 'Steps of a complaint', items: itemsOf(CASE_WORDS, steps) },
  {
    name: 'enquirySteps',
    legend: 'Steps of an ombudsman’s case',
    items: itemsOf(ENQUIRY_WORDS, enquirySteps),
  },
];

/** The steps that an article is for, by their codes. */
export interface ForSteps {
  readonly steps: readonly string[];
  readonly enquirySteps: readonly string[];
}

const itemsOf = (words: Readonly<Record<string, string>>, chosen: readonly string[]) =>
  Object.entries(words).map(([value, text]) => ({ value, text, isChosen: chosen.includes(value) }));

/** The same in words: "Answer it; Extend a limit". Null where it is for none. */
export function stepsWords({ steps, enquirySteps }: ForSteps): string | null {
  const named = [
    ...steps.map((code) => CASE_WORDS[code] ?? code),
    ...enquirySteps.map((code) => `${ENQUIRY_WORDS[code] ?? code} (ombudsman)`),
  ];
  return named.length === 0 ? null : named.join('; ');
}
