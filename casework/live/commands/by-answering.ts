import { z } from 'zod';
import { OUTCOMES } from '../../../domain/findings';
import { readFindings } from './people';
import { anyDay, findings, maybe, reader } from './reader';

/** What was found and told, and what the complainant asks for then. */
export const byAnswering = {
  answer: reader(
    z.object({ on: anyDay, outcome: z.enum(OUTCOMES), findings, summary: z.string() }),
    (given, { on, outcome, findings: found, summary }) => {
      given.mustWrite('summary', 'SUMMARY', summary);
      return {
        event: 'answer',
        on: given.day('on', on),
        outcome,
        findings: readFindings(given, 'findings', found),
      };
    },
  ),
  escalate: reader(
    z.object({ receivedOn: anyDay, reason: maybe, lateReason: maybe }),
    (given, { receivedOn, reason, lateReason }) => {
      given.write('reason', 'REASON', reason);
      return {
        ...{ event: 'escalate', receivedOn: given.day('receivedOn', receivedOn) },
        hasLateReason: given.write('lateReason', 'LATE_REASON', lateReason),
      };
    },
  ),
} as const;
