import type { Outcome } from '../../findings';
import type { PointFinding } from '../case-state';
import type { CommandRefusal } from '../command';
import { type QuestionOf, refusal } from './question';

/** The finding on the whole that findings on its elements give: upheld or not where all are, else in part. */
export function outcomeOf(findings: readonly PointFinding[]): Outcome | null {
  const found = new Set(findings.map(({ finding }) => finding));
  const [only] = found;
  return only === undefined || found.size === 1 ? (only ?? null) : 'PARTIALLY_UPHELD';
}

type WithFindings = QuestionOf<'answer' | 'reportInvestigation' | 'reportPanel'>;

/** Each element is numbered from 1 and found on once, none is left out that was reported on, and the whole agrees with them. */
export function refuseFindings({ command, stage, rule }: WithFindings): CommandRefusal | null {
  const points = command.findings.map(({ point }) => point);
  const what = { source: rule.source, part: 'findings' };
  if (points.some((point) => !Number.isInteger(point) || point < 1) || new Set(points).size < points.length)
    return refusal('FINDINGS_DISAGREE', 'Give one finding for each element, and each element once.', what);
  if (command.event !== 'answer') return null;
  const left = stage.findings.find(({ point }) => points.length > 0 && !points.includes(point));
  if (left !== undefined) {
    const message = `Element ${left.point} was reported on, and the answer has no finding for it. Give one for each element.`;
    return refusal('FINDINGS_MISSING', message, what);
  }
  const whole = outcomeOf(command.findings);
  if (whole === null || whole === command.outcome) return null;
  const message = `The findings on its elements make the whole ${whole}, not ${command.outcome}. Give that outcome, or other findings.`;
  return refusal('FINDINGS_DISAGREE', message, { ...what, part: 'outcome' });
}
