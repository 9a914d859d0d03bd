import type { Attributes, Paint } from './markup';

/** Colours of lines in the light: 4.5 : 1 at least against paper. `_charts.scss` has the same, and those for the dark. */
export const LINE_COLOURS = ['#0a4b78', '#9a5200', '#5b2a86', '#00706b'] as const;

/** Shades of layers, from the darkest: each tells from its neighbours in grey too. */
export const PART_COLOURS = ['#082c46', '#1f5a86', '#44769f', '#86adcb', '#b9d0e0', '#dde8f0'] as const;

/** How lines are broken where colour may be missing. */
const DASHES = [undefined, '9 4', '3 3', '12 3 3 3'] as const;

const TEXT = '#17242d';
const SOFT = '#44545f';
const LINE = '#c9d3da';
const PAPER = '#ffffff';

const LOOKS: Readonly<Record<string, Attributes>> = {
  'chart-text': { fill: TEXT },
  'chart-text--soft': { fill: SOFT },
  'chart-text--strong': { 'font-weight': 700 },
  'chart-text--on-dark': { fill: PAPER },
  'chart-grid': { stroke: LINE, 'stroke-width': 1 },
  'chart-axis': { stroke: SOFT, 'stroke-width': 1 },
  'chart-leader': { stroke: SOFT, 'stroke-width': 1, 'stroke-dasharray': '1 3' },
  'chart-paper': { fill: PAPER },
  'chart-empty': { fill: 'none', stroke: LINE },
  'chart-line': { fill: 'none', 'stroke-width': 2.5, 'stroke-linejoin': 'round' },
  'chart-bar--1': { fill: LINE_COLOURS[0] },
  'chart-bar--2': { fill: PART_COLOURS[3] },
  'chart-part': { stroke: PAPER, 'stroke-width': 1 },
  ...numbered('chart-line', LINE_COLOURS, (stroke, index) => ({ stroke, 'stroke-dasharray': DASHES[index] })),
  ...numbered('chart-point', LINE_COLOURS, (fill) => ({ fill, stroke: fill, 'stroke-width': 2 })),
  ...numbered('chart-text--line', LINE_COLOURS, (fill) => ({ fill, 'font-weight': 600 })),
  ...numbered('chart-part', PART_COLOURS, (fill) => ({ fill })),
  // After the numbers, which they change.
  'chart-part--partial': { 'fill-opacity': 0.35, stroke: SOFT, 'stroke-dasharray': '3 2' },
  'chart-line--partial': { 'stroke-dasharray': '2 4' },
  'chart-point--partial': { fill: PAPER },
};

/** What the classes of a chart look like without a style sheet, on white paper. */
export const paint: Paint = (classNames) => {
  const known = Object.keys(LOOKS).filter((className) => classNames.includes(className));
  return Object.assign({}, ...known.map((className) => LOOKS[className]));
};

function numbered(
  className: string,
  colours: readonly string[],
  look: (colour: string, index: number) => Attributes,
): Record<string, Attributes> {
  return Object.fromEntries(
    colours.map((colour, index) => [
      `${className}${className.includes('--') ? '-' : '--'}${index + 1}`,
      look(colour, index),
    ]),
  );
}
