import { createHash } from 'node:crypto';
import { dirtOf } from '../dirt';
import { generateOmbudsman, type RegisterRequest, registerRows } from './generate-ombudsman';
import { REGISTER_HEADER } from './register-cell';

const textOf = (request: RegisterRequest): string => JSON.stringify(registerRows(request));

describe('a made-up register', () => {
  it('is the same for the same request, and another for another seed', () => {
    const request = { seed: 5, rows: 200, dirt: dirtOf(3) };
    expect(textOf(request)).toBe(textOf(request));
    expect(textOf({ ...request, seed: 6 })).not.toBe(textOf(request));
    expect(generateOmbudsman(request).subarray(0, 2).toString()).toBe('PK');
  });

  it('stays what it was, so that a seed named in a report still finds its rows', () => {
    const text = textOf({ seed: 1, rows: 300, dirt: dirtOf(1) });
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toMatchInlineSnapshot(
      `"3a42d4f0067e76c9"`,
    );
  });

  it.each([0, 1, 750])('without dirt has %i enquiries under its title and header, each another', (rows) => {
    const [title, empty, header, ...cases] = registerRows({ seed: 2, rows, dirt: dirtOf(0) });
    expect(title?.cells).toHaveLength(1);
    expect(empty?.cells).toEqual([]);
    expect(header?.cells).toEqual(REGISTER_HEADER);
    expect(cases).toHaveLength(rows);
    expect(new Set(cases.map(({ cells }) => `${cells[0]} ${cells[1]}`)).size).toBe(rows);
  });

  it('with dirt repeats enquiries, says some of them otherwise, and leaves some without a place', () => {
    const rows = registerRows({ seed: 3, rows: 2_000, dirt: dirtOf(20) });
    const references = rows.map(({ cells }) => `${cells[0]} ${cells[1]}`);
    expect(new Set(references).size).toBeLessThan(references.length - 100);
    expect(rows.filter(({ cells }) => cells[4] === '').length).toBeGreaterThan(5);
    expect(rows.filter(({ mergedFrom }) => mergedFrom !== undefined).length).toBeGreaterThan(5);
  });
});
