import { z } from 'zod';
import { CORRECTABLE_DAYS } from '../../../domain/procedure/command';
import { partyInput, readParties } from './people';
import { anyDay, maybe, reader } from './reader';

const reasoned = z.object({ on: anyDay, reason: z.string() });

/** Who has a complaint, where it belongs, and how it ends without an answer. */
export const byHandling = {
  assign: reader(
    z.object({ to: maybe, group: maybe, serviceId: maybe }),
    (given, { to, group, serviceId }) => ({
      event: 'assign',
      to: to ? given.person('to', to) : null,
      group: given.name('group', group),
      serviceId: given.service('serviceId', serviceId),
    }),
  ),
  accept: reader(z.object({}), () => ({ event: 'accept' })),
  handBack: reader(z.object({ reason: z.string() }), (given, { reason }) => ({
    ...{ event: 'handBack', hasReason: given.write('reason', 'REASON', reason) },
  })),
  note: reader(z.object({ note: z.string() }), (given, { note }) => {
    given.mustWrite('note', 'NOTE', note);
    return { event: 'note' };
  }),
  link: reader(z.object({ other: z.string() }), (given, { other }) => ({
    ...{ event: 'link', complaintId: given.person('other', other) },
  })),
  changeParty: reader(z.object({ party: z.string(), input: partyInput }), (given, { party, input }) => {
    readParties(given, [input]);
    return { event: 'changeParty', party };
  }),
  merge: reader(z.object({ on: anyDay, into: z.string() }), (given, { on, into }) => ({
    ...{ event: 'merge', on: given.day('on', on), into: given.person('into', into) },
  })),
  withdraw: reader(z.object({ on: anyDay, reason: maybe }), (given, { on, reason }) => {
    given.write('reason', 'REASON', reason);
    return { event: 'withdraw', on: given.day('on', on) };
  }),
  refuse: reader(
    reasoned.extend({ closureReason: z.enum(['OUTSIDE_SCOPE', 'NO_CONSENT']) }),
    (given, { on, reason, closureReason }) => ({
      ...{ event: 'refuse', on: given.day('on', on), closureReason },
      hasReason: given.write('reason', 'REASON', reason),
    }),
  ),
  settle: reader(z.object({ on: anyDay }), (given, { on }) => ({ event: 'settle', on: given.day('on', on) })),
  reopen: reader(reasoned, (given, { on, reason }) => ({
    ...{ event: 'reopen', on: given.day('on', on), hasReason: given.write('reason', 'REASON', reason) },
  })),
  correctDate: reader(
    z.object({ which: z.enum(CORRECTABLE_DAYS), to: anyDay, reason: z.string() }),
    (given, { which, to, reason }) => ({
      // What stood before is known to the timeline alone.
      ...{ event: 'correctDate', which, from: null, to: given.day('to', to) },
      hasReason: given.write('reason', 'REASON', reason),
    }),
  ),
} as const;
