import fs from 'node:fs';
import path from 'node:path';
import { LINE_COLOURS, PART_COLOURS, paint } from './palette';

const sheet = fs.readFileSync(path.join(__dirname, '../styles/_charts.scss'), 'utf8');
const [, light = '', dark = ''] = sheet.split(':root {');

/** A colour of the sheet by the name of its custom property. */
function colour(block: string, name: string): string {
  return new RegExp(`--chart-${name}: (#[0-9a-f]{6})`).exec(block)?.[1] ?? '';
}

/** Relative luminance, as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

const shades = (block: string): string[] => [1, 2, 3, 4, 5, 6].map((shade) => colour(block, `part-${shade}`));

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s', (_, block) => {
  const paper = colour(block, 'paper');

  it.each(['line-1', 'line-2', 'line-3', 'line-4', 'text', 'soft'])('%s stands out from paper', (name) => {
    expect(contrast(colour(block, name), paper)).toBeGreaterThanOrEqual(4.5);
  });

  it('each shade of layers tells from its neighbours without colour', () => {
    const all = shades(block);
    for (const [index, shade] of all.slice(1).entries())
      expect(contrast(shade, all[index] ?? '')).toBeGreaterThanOrEqual(1.25);
  });

  it('a value can be read on each shade', () => {
    for (const [index, shade] of shades(block).entries()) {
      const text = colour(block, index < 3 ? 'on-dark' : 'on-light');
      expect(contrast(text, shade)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('a picture that stands by itself', () => {
  it('has the colours of the page in the light', () => {
    expect(LINE_COLOURS).toEqual([1, 2, 3, 4].map((line) => colour(light, `line-${line}`)));
    expect(PART_COLOURS).toEqual(shades(light));
    expect(paint(['chart-text'])).toEqual({ fill: colour(light, 'text') });
    expect(paint(['chart-grid'])).toMatchObject({ stroke: colour(light, 'grid') });
  });

  it('has the looks of all classes together, the particular over the general', () => {
    expect(paint(['chart-point', 'chart-point--2', 'chart-point--partial'])).toEqual({
      fill: '#ffffff',
      stroke: LINE_COLOURS[1],
      'stroke-width': 2,
    });
    expect(paint(['nothing'])).toEqual({});
  });
});
