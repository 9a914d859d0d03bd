import { fillForm } from './fill-form';
import { formsOf } from './read-form';

const formOf = (inside: string) => {
  const [form] = formsOf(`<form action="/x">${inside}</form>`);
  if (form === undefined) throw new Error('No form');
  return form;
};
const fields = (...names: string[]) => names.map((name) => `<input name="${name}" value="">`).join('');

describe('a form that is filled in', () => {
  it('keeps what stood there, and has a day in its three fields', () => {
    const form = formOf(`${fields('on-day', 'on-month', 'on-year')}<input name="key" value="k">`);
    expect(fillForm(form, { on: '2026-06-05' })).toEqual({
      ...{ key: 'k', 'on-day': '05', 'on-month': '06', 'on-year': '2026' },
    });
  });

  it('has people and findings in rows, and texts in lines', () => {
    const people = formOf(fields('members-1-name', 'members-1-person'));
    expect(fillForm(people, { members: [{ name: 'Pat', person: 'p-1' }] })).toEqual({
      ...{ 'members-1-name': 'Pat', 'members-1-person': 'p-1' },
    });
    const one = formOf(fields('person-1-name'));
    expect(fillForm(one, { person: { name: 'Ian' } })).toEqual({ 'person-1-name': 'Ian' });
    const points = formOf('<textarea name="points"></textarea>');
    expect(fillForm(points, { points: ['A', 'B'] })).toEqual({ points: 'A\nB' });
    const causes = formOf('<input type="checkbox" name="causes" value="DELAY">');
    expect(fillForm(causes, {})).toEqual({});
    expect(fillForm(causes, { causes: ['DELAY'] })).toEqual({ causes: 'DELAY' });
  });

  it('has nothing that it does not ask for', () => {
    expect(() => fillForm(formOf(fields('a')), { b: 'x' })).toThrow('/x does not ask for b');
  });
});
