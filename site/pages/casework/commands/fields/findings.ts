import { findingName } from '../../../../../domain/figures/names';
import { OUTCOMES, type Outcome } from '../../../../../domain/findings';
import { textOf } from '../../../../forms/fields';
import type { Form } from '../../../../server/check-form';
import type { CaseSeen } from '../case-seen';
import { type FormField, type Told, wrong } from './form-field';

interface Finding {
  readonly point: string;
  readonly finding: Outcome;
}

/** How many rows there are where no element is known yet, and how many come with each pressing of "More elements". */
const MORE = 3;
const MOST = 50;
/** Pressed, it shows more rows, and nothing is done. */
export const MORE_ROWS = 'moreRows';

const isOutcome = (text: string): text is Outcome => OUTCOMES.some((each) => each === text);

/** What was found, element by element: those that were agreed before stand there, with what a report of this stage found of them. */
export const findings = (label: string, hint?: Told<CaseSeen>): FormField<Finding[], CaseSeen> => ({
  ...{ shape: 'findings', label, takesUpPoints: true, ...(hint === undefined ? {} : { hint }) },
  begins: (name, { points, live }) =>
    Object.fromEntries(
      points.flatMap((point, index) => {
        const found = live.found.find((each) => each.point === index + 1)?.finding;
        const row = `${name}-${index + 1}`;
        return [[`${row}-point`, point], ...(found === undefined ? [] : [[`${row}-finding`, found]])];
      }),
    ),
  shows: ({ form, name, about }) => ({
    rows: rowsOf(form, name, about),
    outcomes: OUTCOMES.map((value) => ({ value, text: findingName(value) })),
    count: rowCount(form, name, about),
    more: MORE_ROWS,
  }),
  read: ({ form, name, about }) => {
    const said = rowsOf(form, name, about).filter(({ point, finding }) => point !== '' || finding !== '');
    const told = said.flatMap(({ point, finding }) =>
      point !== '' && isOutcome(finding) ? [{ point, finding }] : [],
    );
    if (told.length === said.length) return { value: told };
    return wrong(name, 'Say of each element what it is and what was found of it, or leave the row empty.');
  },
});

/** As many rows as there were on the page, or were asked for besides. */
function rowCount(form: Form, name: string, { points }: CaseSeen): number {
  const shown = Number(textOf(form, `${name}-count`)) || (points.length === 0 ? MORE : points.length + 1);
  const more = textOf(form, MORE_ROWS) === '' ? 0 : MORE;
  return Math.min(MOST, Math.max(shown + more, points.length + 1));
}

const rowsOf = (form: Form, name: string, about: CaseSeen) =>
  Array.from({ length: rowCount(form, name, about) }, (_, index) => ({
    row: index + 1,
    point: textOf(form, `${name}-${index + 1}-point`),
    finding: textOf(form, `${name}-${index + 1}-finding`),
  }));
