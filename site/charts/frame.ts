import type { ChartData } from './chart-data';
import { type Element, element, render } from './markup';
import { paint } from './palette';
import { wrapText } from './text-width';

/** How large a chart is drawn: a page shows the one that its place has room for. */
export interface Size {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly fontSize: number;
  readonly plotHeight: number;
}

/** What is drawn at one size. */
export interface Drawing {
  readonly height: number;
  readonly elements: readonly Element[];
}

/** What is said of the whole chart. */
export interface Said {
  readonly headline: string;
  readonly note: string | null;
}

const WIDE: Size = { name: 'wide', width: 600, fontSize: 14, plotHeight: 220 };
const NARROW: Size = { name: 'narrow', width: 320, fontSize: 13, plotHeight: 190 };
const EDGE = 16;

/** How a chart looks on a page, and as a file. */
export interface Pictures {
  /** The picture for a page, at two sizes of which the style sheet shows one. It is markup: not to be escaped again. */
  readonly svg: string;
  /** Draws a file of its own, with its colours, its sentence, its note and its source in it: pages, which are many, need none. */
  standaloneSvg(source: string): string;
}

/**
 * The chart at both sizes, in a box whose width chooses one (`_charts.scss`), and a picture that stands by itself: its
 * colours are in it, and what the page would say around it.
 */
export function pictures(data: ChartData, said: Said, draw: (size: Size) => Drawing): Pictures {
  const both = [WIDE, NARROW].map((size) => svgOf(data, said, size, draw(size)));
  return {
    svg: `<div class="chart-picture">${both.map((svg) => render(svg)).join('')}</div>`,
    standaloneSvg: (source) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n${render(standalone(data, said, source, draw(WIDE)), paint)}\n`,
  };
}

function svgOf(data: ChartData, said: Said, size: Size, drawing: Drawing): Element {
  const id = `${data.id.replace(/[^A-Za-z0-9_-]+/g, '-')}-${size.name}`;
  return element(
    'svg',
    {
      class: `chart chart--${size.name}`,
      viewBox: `0 0 ${size.width} ${Math.ceil(drawing.height)}`,
      'font-size': size.fontSize,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      focusable: 'false',
    },
    [
      element('title', { id: `${id}-title` }, [data.title]),
      element('desc', { id: `${id}-desc` }, [spoken(data, said)]),
      ...drawing.elements,
    ],
  );
}

const spoken = (data: ChartData, { headline, note }: Said): string =>
  [data.subtitle, headline, note]
    .filter(Boolean)
    .map((text) => (/[.!?]$/.test(text ?? '') ? text : `${text}.`))
    .join(' ');

function standalone(data: ChartData, said: Said, source: string, drawing: Drawing): Element {
  const width = WIDE.width + 2 * EDGE;
  const head = [
    ...linesOf(said.headline, 17, 'chart-text chart-text--strong'),
    ...linesOf(`${data.title}: ${data.subtitle}`, 14, 'chart-text chart-text--soft'),
  ];
  const foot = [said.note ?? [], source]
    .flat()
    .flatMap((text) => linesOf(text, 13, 'chart-text chart-text--soft'));
  const top = stacked(head, EDGE);
  const bottom = stacked(foot, top.end + EDGE + drawing.height + EDGE / 2);
  const height = Math.ceil(bottom.end + EDGE);
  const inner = element(
    'g',
    { transform: `translate(${EDGE} ${Math.round(top.end + EDGE)})` },
    drawing.elements,
  );
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-size': WIDE.fontSize,
      'font-family': 'Arial, Helvetica, sans-serif',
      role: 'img',
    },
    [
      element('title', {}, [data.title]),
      element('desc', {}, [spoken(data, said)]),
      element('rect', { class: 'chart-paper', width, height }),
      ...top.elements,
      inner,
      ...bottom.elements,
    ],
  );
}

interface Line {
  readonly text: string;
  readonly fontSize: number;
  readonly class: string;
}

const linesOf = (text: string, fontSize: number, className: string): Line[] =>
  wrapText(text, { width: WIDE.width, fontSize, mostLines: 6, isBold: className.includes('strong') }).map(
    (line) => ({
      text: line,
      fontSize,
      class: className,
    }),
  );

/** Lines of text under each other. */
function stacked(lines: readonly Line[], from: number): { elements: Element[]; end: number } {
  let end = from;
  const elements = lines.map((line) => {
    end += line.fontSize * 1.35;
    const place = { x: EDGE, y: end - line.fontSize * 0.35, 'font-size': line.fontSize };
    return element('text', { class: line.class, ...place }, [line.text]);
  });
  return { elements, end };
}
