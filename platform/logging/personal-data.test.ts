import { CLOSED_FIELDS, HIDDEN, withoutPersonalData } from './personal-data';

describe('what is logged', () => {
  it.each([...CLOSED_FIELDS, 'name'])('hides %s at any depth and in any case', (field) => {
    const value = { [field]: 'zz', list: [{ [field.toUpperCase()]: { inside: 'zz' } }] };
    expect(withoutPersonalData(value)).toEqual({
      [field]: HIDDEN,
      list: [{ [field.toUpperCase()]: HIDDEN }],
    });
  });

  it('keeps everything else as it is, and changes nothing that it was given', () => {
    const at = new Date('2022-01-31T12:00:00Z');
    const value = { service: 'parking', count: 3, at, none: null, email: 'zz' };
    expect(withoutPersonalData(value)).toEqual({ ...value, email: HIDDEN });
    expect(value.email).toBe('zz');
    expect(['text', 3, null, undefined].map((one) => withoutPersonalData(one))).toEqual([
      'text',
      3,
      null,
      undefined,
    ]);
  });

  it('ends, hidden, where an object holds itself', () => {
    const value: Record<string, unknown> = {};
    value.again = value;
    expect(JSON.stringify(withoutPersonalData(value))).toContain(HIDDEN);
  });

  it('describes an error without its own fields', () => {
    const error = Object.assign(new Error('Failed'), { person: 'zz' });
    expect(JSON.stringify(withoutPersonalData({ error }))).not.toContain('zz');
  });
});
