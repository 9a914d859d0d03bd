import { fieldMeant } from './form-view';

describe('the field that a refusal is about', () => {
  const fields = { input: { parts: { on: '-on' } }, note: {} };
  it.each([
    ['is the one of its name', 'note', 'note'],
    ['is a part of one', 'on', 'input-on'],
    ['is none where it is about none of them', 'stage', null],
    ['is none where it is about no field', null, null],
  ])('%s', (_, part, field) => {
    expect(fieldMeant(fields, part)).toBe(field);
  });
});
