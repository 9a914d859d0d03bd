import type { Form } from '../../../../server/check-form';
import { caseAnswers, DEADLINES, liveCase } from '../../testing/a-case';
import type { CaseSeen } from '../case-seen';
import { CASE_FORMS } from '../forms/case-forms';
import { anyOf, choose, chooseIf, oneOf, ticked, yesNo } from './choices';
import { byDayIf, onDay } from './days';
import { findings } from './findings';
import type { FormField } from './form-field';
import { dueWords, extendableWords, openLimits } from './limits';
import { onePerson, panelAgain, people, person } from './people';
import { pointLines, words, wordsIf } from './words';

const about: CaseSeen = JSON.parse(
  JSON.stringify({
    ...{ id: 'corporate-1', stream: 'CORPORATE', today: '2026-12-01', live: liveCase() },
    ...{ deadlines: DEADLINES, points: ['Late'], people: [], groups: [], services: [] },
    ...{ parties: [], chosen: null, version: caseAnswers().LiveProcedureCorporate.procedure.versions[0] },
  }),
);
const read = <Value>(field: FormField<Value, CaseSeen>, form: Form) => field.read({ name: 'f', form, about });
const says = async <Value>(field: FormField<Value, CaseSeen>, form: Form) => {
  const got = await read(field, form);
  return 'problem' in got ? got.problem.says : got.value;
};

describe('a field of a command', () => {
  it('of words says what is missing and what is too long', async () => {
    const field = words<CaseSeen>('Why', { missing: 'Say why.' });
    expect(await says(field, { f: ' ' })).toBe('Say why.');
    expect(await says(field, { f: 'x'.repeat(10_001) })).toBe('Write 10,000 characters at most.');
    expect(await says(wordsIf('Why'), { f: 'x'.repeat(10_001) })).toBe('Write 10,000 characters at most.');
    expect([await says(wordsIf('Why'), {}), await says(field, { f: 'So' })]).toEqual([null, 'So']);
    expect(await says(pointLines('Elements'), { f: 'One\r\n\r\n Two ' })).toEqual(['One', 'Two']);
  });

  it('of a day is today at first, and none that is still to come', async () => {
    const day = (date: string) => ({ 'f-day': date, 'f-month': '12', 'f-year': '2026' });
    const field = onDay<CaseSeen>('On');
    expect(field.begins?.('f', about)).toEqual(day('1'));
    expect([await says(field, day('1')), await says(field, day('2'))]).toEqual([
      '2026-12-01',
      'That day is still to come. Give the day on which it happened.',
    ]);
    expect(await says(field, day('32'))).toContain('of the calendar, such as');
    const open = byDayIf<CaseSeen>('By', { what: 'the day' });
    expect([await says(open, {}), await says(open, day('9'))]).toEqual([null, '2026-12-09']);
  });

  it('of choices takes what there is, and nothing else', async () => {
    const one = oneOf<'A' | 'B', CaseSeen>('Which', { words: { A: 'a', B: 'b' }, missing: 'Choose.' });
    expect([await says(one, { f: 'B' }), await says(one, { f: 'toString' })]).toEqual(['B', 'Choose.']);
    const items = () => [{ value: 'x', text: 'X' }];
    const some = choose<CaseSeen>('Which', { items, missing: 'Choose.' });
    expect([await says(some, { f: 'x' }), await says(some, { f: 'y' })]).toEqual(['x', 'Choose.']);
    expect(some.begins?.('f', about)).toEqual({ f: 'x' });
    expect(await says(chooseIf<CaseSeen>('Which', { items, none: 'None' }), { f: 'y' })).toBeNull();
    const many = anyOf<'A' | 'B', CaseSeen>('Which', { words: { A: 'a', B: 'b' } });
    expect(await says(many, { f: ['A', 'C'] })).toEqual(['A']);
    expect([
      await says(yesNo('Is it?', 'Say.'), { f: 'no' }),
      await says(yesNo('Is it?', 'Say.'), {}),
    ]).toEqual([false, 'Say.']);
    expect(await says(ticked('Tick', 'it'), { f: 'yes' })).toBe(true);
  });

  it('of people wants both the name and the id of each', async () => {
    const field = people('Who', { count: 2, missing: 'Name them.', hint: 'h' });
    expect(await says(field, {})).toBe('Name them.');
    expect(await says(field, { 'f-1-name': 'A Person' })).toContain('Write both');
    const whole = { 'f-1-name': 'A Person', 'f-1-person': 'a-person' };
    expect(await says(field, whole)).toEqual([{ person: 'a-person', name: 'A Person' }]);
    const one = onePerson('Who', { missing: 'Name them.', hint: 'h' });
    expect([await says(one, whole), await says(one, {})]).toEqual([
      { person: 'a-person', name: 'A Person' },
      'Name them.',
    ]);
    expect(await says(one, { 'f-1-person': 'x' })).toContain('Write both');
    expect([await says(person('Who'), { f: ' cora ' }), await says(person('Who'), {})]).toEqual([
      'cora',
      null,
    ]);
  });

  it('of findings begins with the elements that are known, and wants both parts of a row', async () => {
    const field = findings('Found');
    expect(field.begins?.('f', about)).toEqual({ 'f-1-point': 'Late' });
    expect(await says(field, { 'f-1-point': 'Late' })).toContain('leave the row empty');
    expect(await says(field, { 'f-1-point': 'Late', 'f-1-finding': 'GUESSED' })).toContain('leave the row');
    expect(await says(field, { 'f-2-point': 'Rude', 'f-2-finding': 'UPHELD' })).toEqual([
      { point: 'Rude', finding: 'UPHELD' },
    ]);
    expect(await says(field, { 'f-count': '900' })).toEqual([]);
  });

  it('of findings begins with what a report of the stage found', () => {
    const live = { ...about.live, found: [{ point: 1, finding: 'UPHELD' as const }] };
    expect(findings('Found').begins?.('f', { ...about, live })).toEqual({
      ...{ 'f-1-point': 'Late', 'f-1-finding': 'UPHELD' },
    });
    const outcome = CASE_FORMS.answerComplaint.fields.outcome;
    expect(outcome?.begins?.('f', { ...about, live })).toEqual({ f: 'UPHELD' });
    expect(outcome?.begins?.('f', about)).toEqual({});
  });

  it('of a panel that met begins with who was to sit on it, by the names that are kept', () => {
    const field = panelAgain('Who sat on it', { count: 2, missing: 'Name them.', hint: 'h' });
    const live = { ...about.live, panel: ['p-1', 'p-2'] };
    const parties: CaseSeen['parties'] = JSON.parse(
      JSON.stringify([{ id: 'a', kind: 'APPOINTED', person: 'p-1', forename: null, surname: 'Pat One' }]),
    );
    expect(field.begins?.('f', { ...about, live, parties })).toEqual({
      ...{ 'f-1-person': 'p-1', 'f-1-name': 'Pat One', 'f-2-person': 'p-2', 'f-2-name': '' },
    });
  });

  it('tells by when the law wants it, and how far it can be extended', () => {
    expect(dueWords('ANSWER')(about)).toContain('In time until 15 December 2026. The Code');
    expect(dueWords('ACKNOWLEDGE')(about)).toBeNull();
    expect(openLimits(about)).toEqual([{ value: 'ANSWER', text: 'Answer it, by 15 December 2026' }]);
    const unset = DEADLINES.map((limit) => ({ ...limit, extendableTo: null }));
    expect(extendableWords(JSON.parse(JSON.stringify({ ...about, deadlines: unset })))).toContain(
      'The rule sets no number of days',
    );
  });
});
