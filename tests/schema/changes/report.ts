import type { Compared, Finding } from './compare';

/** Whether what changed may go in as it is. */
export const isFailed = ({ findings, unanswered }: Compared): boolean =>
  unanswered.length > 0 || findings.some(({ kind }) => kind === 'breaking');

/** What a check found, for people. */
export function reportOf(compared: Compared): string {
  const { findings, unanswered } = compared;
  if (findings.length === 0 && unanswered.length === 0) return 'Nothing differs from what was published.\n';
  const lost = unanswered.map((each) => `  ${each}`);
  return [
    ...findings.flatMap(linesOf),
    ...(lost.length > 0 ? ['', 'These were answered, and are no more:', ...lost] : []),
    '',
    isFailed(compared) ? FAILED : PASSED,
    '',
  ].join('\n');
}

const linesOf = ({ kind, what, concerns, breaks }: Finding): string[] => [
  `${kind.padEnd(WIDTH)}${what} (${concerns.join(', ')})`,
  ...breaks.map((each) => `${' '.repeat(WIDTH)}- breaks ${each}`),
  ...(kind === 'breaking' && breaks.length === 0
    ? [`${' '.repeat(WIDTH)}- breaks nothing that is known here`]
    : []),
];

const WIDTH = 'dangerous '.length;

const FAILED = `What was promised is broken. Deprecate it and keep it answering (docs/how-to/change-the-schema.md). Where it has been
agreed with those whom it concerns: npm run check:schema -- accept --reason "why"`;

const PASSED = `Nothing known breaks. Put it into the change list when it goes out: npm run check:schema -- accept --reason "why"`;
