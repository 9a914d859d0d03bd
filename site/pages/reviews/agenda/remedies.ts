import { shortDayWords } from '../../../../domain/figures/days';
import type { CasePartsFragment, ReviewCasesQuery } from '../../../operations/__generated__/operations';
import { caseWords } from '../../ombudsman-cases/case-words';
import { type AgendaFigure, type AgendaRow, type AgendaSection, HEADINGS } from './agenda';
import type { AgendaScope } from './figures';

/** For how many years back decisions are looked through. */
export const YEARS_BACK = 3;

interface Promised {
  readonly of: CasePartsFragment;
  readonly dueOn: string | null;
  readonly row: AgendaRow;
}

/** What was promised in the cases, and was not done on the day as at which the agenda stands; due first at the head. */
function promisesOf({ counted }: ReviewCasesQuery, asAt: string): Promised[] {
  const cases = (counted?.edges ?? []).flatMap(({ node }) => node?.ombudsmanCase ?? []);
  return cases
    .flatMap((of) =>
      (of.remedies ?? [])
        // As on that day: what was done later was not done yet.
        .map((remedy) => ({
          ...remedy,
          doneOn: remedy.doneOn !== null && remedy.doneOn > asAt ? null : remedy.doneOn,
        }))
        .filter(({ doneOn }) => doneOn === null)
        .map((remedy) => ({ of, dueOn: remedy.dueOn, row: rowOf({ ...of, remedies: [remedy] }, asAt) })),
    )
    .sort((one, other) => ((one.dueOn ?? '9') < (other.dueOn ?? '9') ? -1 : 1));
}

function rowOf(of: CasePartsFragment, asAt: string): AgendaRow {
  const { href, reference, shortBody, remedies } = caseWords(of, asAt);
  const [remedy] = remedies;
  return {
    ...{ id: of.id, href, name: `${shortBody} ${reference}` },
    about: of.remedies?.[0]?.text ?? 'Something that was not written down',
    dueOn: shortDayWords(of.remedies?.[0]?.dueOn ?? null),
    state: remedy?.state ?? null,
  };
}

const MOST_LISTED = 20;

/** The last part of an agenda; null is what could not be had. */
export function remediesSection(answer: ReviewCasesQuery | null, scope: AgendaScope): AgendaSection {
  const section = {
    part: 'REMEDIES_DUE' as const,
    heading: HEADINGS.REMEDIES_DUE,
    caption: 'What is not done, due first at the head',
  };
  if (answer?.counted === null || answer === null) return { ...section, figures: null, rows: [], notes: [] };
  const promises = promisesOf(answer, scope.asAt);
  const listed = promises.slice(0, MOST_LISTED);
  const all = answer.counted.edges.length;
  return {
    ...section,
    figures: figuresOf(promises, scope, listed),
    rows: listed.map(({ row }) => row),
    notes: [
      `Of what the ombudsmen decided in the ${YEARS_BACK} years before.`,
      ...((answer.counted.totalCount ?? 0) > all ? [`Looked through are the first ${all} decisions.`] : []),
    ],
  };
}

function figuresOf(
  promises: readonly Promised[],
  { where, asAt }: AgendaScope,
  listed: readonly Promised[],
): AgendaFigure[] {
  const figure = { part: 'REMEDIES_DUE', inWords: null } as const;
  const overdue = promises.filter(({ dueOn }) => dueOn !== null && dueOn < asAt);
  const pathOf = (state: string) =>
    `/ombudsman-cases?${new URLSearchParams({ state, ...(where.streams?.[0] ? { stream: where.streams[0] } : {}) })}`;
  return [
    {
      ...{ ...figure, label: 'Not done', count: promises.length, path: pathOf('remedies') },
      listed: [...new Set(listed.map(({ of }) => of.id))],
    },
    {
      ...figure,
      label: 'Of these, overdue',
      count: overdue.length,
      path: pathOf('remedies-overdue'),
      listed: [],
    },
  ];
}
