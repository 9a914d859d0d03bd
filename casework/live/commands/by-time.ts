import { z } from 'zod';
import { OTHER_BODIES, RISKS, SUSPENSION_GROUNDS } from '../../../domain/procedure/events';
import { anyDay, maybe, reader } from './reader';

/** What starts, agrees, stops and extends the clocks of a complaint. */
export const byTime = {
  acknowledge: reader(z.object({ on: anyDay, definition: maybe }), (given, { on, definition }) => {
    given.write('definition', 'DEFINITION', definition);
    return { event: 'acknowledge', on: given.day('on', on) };
  }),
  agreePlan: reader(
    z.object({ on: anyDay, answerBy: anyDay, plan: maybe }),
    (given, { on, answerBy, plan }) => {
      given.write('plan', 'PLAN', plan);
      return { event: 'agreePlan', on: given.day('on', on), answerBy: given.day('answerBy', answerBy) };
    },
  ),
  recordConsent: reader(
    z.object({ on: anyDay, consent: z.enum(['GIVEN', 'REFUSED']) }),
    (given, { on, consent }) => ({ event: 'recordConsent', on: given.day('on', on), consent }),
  ),
  extend: reader(
    z.object({
      limit: z.string(),
      on: anyDay,
      to: anyDay,
      reason: z.string(),
      isForGoodReason: z.boolean().nullish(),
    }),
    (given, { limit, on, to, reason, isForGoodReason }) => ({
      ...{ event: 'extend', limit, on: given.day('on', on), to: given.day('to', to) },
      hasReason: given.write('reason', 'REASON', reason),
      isForGoodReason: isForGoodReason ?? false,
    }),
  ),
  suspend: reader(
    z.object({ on: anyDay, ground: z.enum(SUSPENSION_GROUNDS), reason: z.string() }),
    (given, { on, ground, reason }) => ({
      ...{ event: 'suspend', on: given.day('on', on), ground },
      hasReason: given.write('reason', 'REASON', reason),
    }),
  ),
  resume: reader(z.object({ on: anyDay }), (given, { on }) => ({ event: 'resume', on: given.day('on', on) })),
  assessRisk: reader(
    z.object({ on: anyDay, risk: z.enum(RISKS), reason: maybe }),
    (given, { on, risk, reason }) => {
      given.write('reason', 'REASON', reason);
      return { event: 'assessRisk', on: given.day('on', on), risk };
    },
  ),
  coordinate: reader(
    z.object({ on: anyDay, body: z.enum(OTHER_BODIES), isLedHere: z.boolean() }),
    (given, { on, body, isLedHere }) => ({ event: 'coordinate', on: given.day('on', on), body, isLedHere }),
  ),
} as const;
