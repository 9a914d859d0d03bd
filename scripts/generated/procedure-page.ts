import { CASE_ROLES, type CaseRole } from '../../domain/procedure/events';
import type { LiveProcedure, StageVersion, StateRule } from '../../domain/procedure/stage-version';
import {
  EVENT_WORDS,
  leadsInWords,
  limitInWords,
  nextInWords,
  ROLE_WORDS,
  requirementInWords,
  sourceWithBasis,
  WAITS_FOR_WORDS,
} from '../../domain/procedure/words';

/** The page of a procedure in Markdown: stages, states, who may do what when, limits with law and paragraph, where next. */
export function procedurePage({ stream, stages }: LiveProcedure): string {
  return [
    `# The procedure of ${stream}`,
    'Written by `npm run generate` from `subgraphs/' +
      `${stream}/live-procedure.ts\`: what is changed here is lost. Complaints that are worked on in the product follow it. The ` +
      'version of a stage counts that was in force on the day on which the stage was received; that day is day 0.',
    ...stages.flatMap((version, index) => stagePage(version, stages[index + 1])),
  ]
    .join('\n\n')
    .concat('\n');
}

function stagePage(version: StageVersion, next: StageVersion | undefined): string[] {
  const until = next?.stage === version.stage ? `, until a newer version from ${next.inForceFrom}` : '';
  return [
    `## ${version.title}, for what is received from ${version.inForceFrom}`,
    `Answered by: ${version.answeredBy}${until}. Law: ${sourceWithBasis(version.source)}.`,
    '### By when',
    table(
      ['What', 'Limit', 'Where it is written'],
      version.limits.map((limit) => [
        `${limit.title} (\`${limit.name}\`)`,
        limitInWords(limit),
        sourceWithBasis(limit.source),
      ]),
    ),
    '### Who may do what',
    table(
      ['State', 'Waits for', ...CASE_ROLES.map((role) => capital(ROLE_WORDS[role]))],
      [BEGINNING, ...version.states].map((state) => stateRow(state, version)),
    ),
    '### What is asked for',
    table(['To', 'Leads to', 'Needs', 'Where it is written'], askedFor(version)),
    `From here: ${nextInWords(version).join('; ')}.`,
  ];
}

/** Before there is a complaint. */
const BEGINNING = { name: '', title: 'Not there yet', waitsFor: 'NOBODY', isEnded: false } as const;

function stateRow(state: StateRule, version: StageVersion): string[] {
  const title = state.name === '' ? state.title : `${state.title} (\`${state.name}\`)`;
  const roles = CASE_ROLES.map((role) => allowed(state.name, role, version));
  return [title, WAITS_FOR_WORDS[state.waitsFor], ...roles];
}

function allowed(state: string, role: CaseRole, { events }: StageVersion): string {
  const rules = events.filter(
    ({ from, roles }) => roles.includes(role) && (state === '' ? from.length === 0 : from.includes(state)),
  );
  return rules.map(({ event }) => EVENT_WORDS[event].toLowerCase()).join(', ');
}

/** Events that rest on law or need something; the others are good order, and stand in the table of states alone. */
function askedFor(version: StageVersion): string[][] {
  return version.events.flatMap((rule) => {
    const needs = version.requirements.filter(({ event }) => event === rule.event);
    if (rule.source === null && needs.length === 0) return [];
    const sources = [rule.source, ...needs.map(({ source }) => source)].filter((source) => source !== null);
    return [
      [
        EVENT_WORDS[rule.event],
        leadsInWords(rule, version),
        needs.map(requirementInWords).join('; '),
        [...new Set(sources.map(sourceWithBasis))].join('; '),
      ],
    ];
  });
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || '–').join(' | ')} |`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(row)].join('\n');
