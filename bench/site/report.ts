import { grouped, median } from '../figures';
import { keepReport, type Table } from '../report';
import type { Scores } from './lighthouse';
import type { Painted } from './paint';
import type { Compared, PageTimes } from './times';
import type { PageWeight } from './weight';

/** How often a page was opened in one way, and when it stood. */
export interface PaintedWay {
  readonly title: string;
  readonly times: readonly Painted[];
  readonly load: string;
}

interface SiteReport {
  readonly machine: readonly string[];
  readonly browser: string;
  readonly runs: number;
  readonly times: readonly PageTimes[];
  readonly weights: readonly PageWeight[];
  readonly painted: readonly PaintedWay[];
  readonly scores: readonly Scores[];
}

/** Keeps what was measured of the site. */
export function keepSiteReport({
  machine,
  browser,
  runs,
  times,
  weights,
  painted,
  scores,
}: SiteReport): void {
  keepReport({
    scenario: 'site',
    title: 'The site: its pages beside what they ask, their weight and their scores',
    machine: [...machine, `- ${browser}`],
    body: [
      '## Server time, counted anew',
      timesTable(times, 'anew'),
      '## Server time, nothing new since the last time',
      timesTable(times, 'kept'),
      `Milliseconds over HTTP, medians of ${runs}, page and questions in turns. ${NOTES_TIMES}`,
      '## The dashboard in a browser',
      paintedTable(painted),
      `Milliseconds from the start of the navigation, medians of ${runs}, on this machine itself. ${NOTES_PAINTED}`,
      '## Weight',
      weightTable(weights),
      NOTES_WEIGHT,
      '## Lighthouse',
      scoresTable(scores),
      NOTES_SCORES,
    ],
  });
}

/** What pages took, beside what their questions took alone. */
export const timesTable = (times: readonly PageTimes[], how: 'anew' | 'kept'): Table => [
  [
    ...['page', 'questions', 'page, ms', 'slowest', 'questions alone, ms', 'slowest', 'times', 'own, ms'],
    ...['not whole', 'load'],
  ],
  ...times.map((each) => [
    ...[each.title, String(each.asked), ...comparedCells(each[how])],
    ...[String(each.missed[how]), each.load],
  ]),
];

function comparedCells({ page, questions }: Compared): string[] {
  const [ofPage, ofQuestions] = [median(page), median(questions)];
  return [
    ofPage.toFixed(1),
    Math.max(...page).toFixed(1),
    ofQuestions.toFixed(1),
    Math.max(...questions).toFixed(1),
    ofQuestions < 1 ? 'asks nothing' : (ofPage / ofQuestions).toFixed(2),
    (ofPage - ofQuestions).toFixed(1),
  ];
}

/** When pages stood in a browser. */
export const paintedTable = (painted: readonly PaintedWay[]): Table => [
  ['visit', 'answered', 'first contents', 'last part', 'slowest last part', 'load'],
  ...painted.map(({ title, times, load }) => [
    title,
    ...(['answered', 'first', 'last'] as const).map((what) =>
      median(times.map((each) => each[what])).toFixed(0),
    ),
    Math.max(...times.map(({ last }) => last)).toFixed(0),
    load,
  ]),
];

const weightTable = (weights: readonly PageWeight[]): Table => [
  ['page', 'first visit, bytes', 'requests', 'styles and scripts kept, bytes', 'requests', 'to other hosts'],
  ...weights.map(({ title, first, again, elsewhere }) => [
    ...[title, grouped(first.bytes), String(first.requests)],
    ...[grouped(again.bytes), String(again.requests), String(elsewhere)],
  ]),
];

const scoresTable = (scores: readonly Scores[]): Table => [
  ['page', 'preset', 'performance', 'accessibility', 'largest paint, ms', 'blocking, ms', 'short of'],
  ...scores.map(({ title, preset, performance, accessibility, largestPaint, blocking, failed }) => [
    ...[title, preset, String(performance), String(accessibility)],
    ...[largestPaint.toFixed(0), blocking.toFixed(0), failed.join(', ')],
  ]),
];

const NOTES_TIMES = `The whole product and its site run in one process, as by npm start. "Counted anew": something was
projected before each. "Questions alone" are the page's own, with their variables, sent to the gateway on open connections in the way
in which the page sends them: at once, or after the ones that it waits for. "Own" is what the page adds: the session, drawing, the template and packing.
"Not whole" counts pages of which a part did not answer within two seconds.`;

const NOTES_PAINTED = `"First contents" is the browser's own first contentful paint; "last part" the second frame after the whole
document stood.`;

const NOTES_WEIGHT = `Bytes over the wire as Chromium counts them, packed, heads included. The page itself is never kept: it is somebody's own.`;

const NOTES_SCORES = `Signed in, with Lighthouse's own presets: desktop with 10 Mbit/s, mobile with a slow network of 1.6 Mbit/s and
a processor four times slower than this machine's, which other work on it makes slower still.`;
