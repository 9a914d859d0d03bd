import { z } from 'zod';
import { APPOINTMENTS } from '../../../domain/procedure/events';
import { readAppointed, readFindings, readPoints } from './people';
import { anyDay, appointed, findings, reader } from './reader';

const panel = z.object({ on: anyDay, members: z.array(appointed) });
const report = z.object({ on: anyDay, findings });

/** Advocates, investigations and panels. */
export const byHearing = {
  arrangeAdvocate: reader(z.object({ on: anyDay }), (given, { on }) => ({
    ...{ event: 'arrangeAdvocate', on: given.day('on', on) },
  })),
  appoint: reader(z.object({ as: z.enum(APPOINTMENTS), person: appointed }), (given, { as, person }) => ({
    ...{ event: 'appoint', as, person: readAppointed(given, 'person', person) },
  })),
  agreeStatement: reader(
    z.object({ on: anyDay, points: z.array(z.string()).nullish() }),
    (given, { on, points }) => {
      readPoints(given, points);
      return { event: 'agreeStatement', on: given.day('on', on) };
    },
  ),
  reportInvestigation: reader(report, (given, { on, findings: found }) => ({
    ...{ event: 'reportInvestigation', on: given.day('on', on) },
    findings: readFindings(given, 'findings', found),
  })),
  arrangePanel: reader(panel, (given, { on, members }) => ({
    ...{ event: 'arrangePanel', on: given.day('on', on) },
    members: given.list('members', members).map((member) => readAppointed(given, 'members', member)),
  })),
  holdPanel: reader(panel, (given, { on, members }) => ({
    ...{ event: 'holdPanel', on: given.day('on', on) },
    members: given.list('members', members).map((member) => readAppointed(given, 'members', member)),
  })),
  reportPanel: reader(report, (given, { on, findings: found }) => ({
    ...{ event: 'reportPanel', on: given.day('on', on) },
    findings: readFindings(given, 'findings', found),
  })),
} as const;
