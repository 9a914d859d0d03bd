import { dayWords } from '../../domain/figures/days';
import { ageBandName, findingName, routeName, streamName } from '../../domain/figures/names';
import { codeWords } from './code-words';
import type { Where } from './inputs';
import { toldText } from './told-text';

/** How a part of a filter is said, of its values in words. */
const PARTS: Readonly<Record<string, readonly [said: string, valueWords: (value: string) => string]>> = {
  streams: ['', streamName],
  stages: ['stage ', String],
  services: ['service ', toldText],
  directorates: ['directorate ', toldText],
  themes: ['theme ', toldText],
  channels: ['channel ', toldText],
  outcomes: ['finding ', findingName],
  routes: ['reached ', routeName],
  ageBands: ['open for ', ageBandName],
  financialYears: ['financial year ', String],
  quarters: ['', String],
  periods: ['', codeWords],
  from: ['from ', dayWords],
  to: ['to ', dayWords],
};

/** What was counted, in words: "Corporate, stage 1, financial year 2021-22". A part that is new is told by its name. */
export function whereWords(where: Where): string {
  const parts = Object.entries(where).map(([name, value]) => {
    const [said, words] = PARTS[name] ?? [`${name} `, toldText];
    return `${said}${listed(valuesOf(value).map(words))}`;
  });
  return parts.length === 0 ? 'everything that was recorded' : parts.join(', ');
}

const valuesOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
