import { createHash } from 'node:crypto';
import { type Dirt, dirtOf } from './dirt';
import { type CouncilRequest, generateCorporate } from './generate';
import { generateCoverage } from './generate-coverage';

async function textOf(request: CouncilRequest): Promise<string> {
  let text = '';
  for await (const block of generateCorporate(request)) text += block;
  return text;
}

const totalIn = (text: string) => Number(/\r\nTotal,(\d+),+\r\n$/.exec(text)?.[1]);
const clean = dirtOf(0);
const only = (dirt: Partial<Dirt>): Dirt => ({ ...clean, ...dirt });
const references = (text: string) => text.match(/^\d{9}(?=,)/gm) ?? [];

describe('a made-up council', () => {
  it('is the same for the same request, and another for another seed', async () => {
    const request = { seed: 5, rows: 300, dirt: dirtOf(3) };
    const text = await textOf(request);
    expect(await textOf(request)).toBe(text);
    expect(await textOf({ ...request, seed: 6 })).not.toBe(text);
  });

  it('stays what it was, so that a seed named in a report still finds its file', async () => {
    const text = await textOf({ seed: 1, rows: 500, dirt: dirtOf(1) });
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toMatchInlineSnapshot(
      `"66f1adfc90a14756"`,
    );
  });

  it.each([0, 1, 250])(
    'without dirt has %i rows, each another stage, and a Total that fits',
    async (rows) => {
      const text = await textOf({ seed: 2, rows, dirt: clean });
      expect(text.startsWith('\ufeffCase Ref,Case Type,Stage,')).toBe(true);
      expect(new Set(references(text)).size).toBe(rows);
      expect(references(text)).toHaveLength(rows);
      expect(totalIn(text)).toBe(rows);
    },
  );

  it('has its copies not in its Total, and far from their originals', async () => {
    const text = await textOf({ seed: 3, rows: 2000, dirt: only({ plainCopy: 0.1 }) });
    const places = new Map<string, number[]>();
    for (const [place, reference] of references(text).entries()) {
      places.set(reference, [...(places.get(reference) ?? []), place]);
    }
    const distances = [...places.values()]
      .filter((all) => all.length > 1)
      .map((all) => all.at(-1)! - all[0]!);
    expect(totalIn(text)).toBe(places.size);
    expect(distances.length).toBeGreaterThan(50);
    expect(Math.max(...distances)).toBeGreaterThan(1000);
  });

  it('has a wrong Total only where one is asked for', async () => {
    const request = { seed: 4, rows: 100, dirt: clean };
    expect(totalIn(await textOf({ ...request, wrongTotal: true }))).toBeGreaterThan(100);
    expect(totalIn(await textOf({ ...request, wrongTotal: false }))).toBe(100);
  });

  it('has later stages before the ones they came from, too', async () => {
    const text = await textOf({ seed: 8, rows: 1000, dirt: clean });
    const order = new Map(references(text).map((reference, place) => [reference, place]));
    const parents = [...text.matchAll(/^(\d{9}),[^,]+,[23],(\d{9}),/gm)];
    const earlier = parents.filter(
      ([, child = '', parent = '']) => order.get(child)! < (order.get(parent) ?? -1),
    );
    expect(earlier.length).toBeGreaterThan(20);
    expect(earlier.length).toBeLessThan(parents.length);
  });
});

describe('a made-up coverage list', () => {
  it('is the same for the same seed and has periods that follow each other', () => {
    const text = generateCoverage({ seed: 1 });
    expect(generateCoverage({ seed: 1 })).toBe(text);
    expect(text.split('\r\n')[0]).toBe('stream,measure,recorded_from,recorded_to,granularity');
    for (const [, from = '', to = ''] of text.matchAll(/,(\d{4}-04-01),(\d{4}-03-31),/g))
      expect(from < to).toBe(true);
  });

  it('has rows that cannot be read where dirt is asked for', () => {
    expect(generateCoverage({ seed: 1 })).not.toMatch(/soon|week/);
    expect(generateCoverage({ seed: 1, dirt: 1 })).toMatch(/soon.*week/);
  });
});
