import { z } from 'zod';
import { CONSENTS } from '../../../domain/procedure/case-state';
import type { FactsOf } from '../../../domain/procedure/command';
import { Given } from './given';
import { partyInput, readParties, readPoints } from './people';
import { anyDay, maybe } from './reader';

const input = z.object({
  receivedOn: anyDay,
  stage: z.number().nullish(),
  ...{ directReason: maybe, channel: maybe, serviceId: maybe, theme: maybe, callId: maybe },
  consent: z.enum(CONSENTS).nullish(),
  complainedAbout: z.array(z.string()).nullish(),
  parties: z.array(partyInput).nullish(),
  summary: z.string(),
  points: z.array(z.string()).nullish(),
});

/** Reads a complaint that is to be recorded, with what was said and everybody in it. */
export function readRecord(asked: object): { readonly command: FactsOf<'record'>; readonly given: Given } {
  const said = input.parse(asked);
  const given = new Given();
  given.mustWrite('summary', 'SUMMARY', said.summary);
  readPoints(given, said.points);
  readParties(given, said.parties);
  const command: FactsOf<'record'> = {
    event: 'record',
    stage: said.stage ?? 1,
    receivedOn: given.day('receivedOn', said.receivedOn),
    channel: given.name('channel', said.channel),
    serviceId: given.service('serviceId', said.serviceId),
    theme: given.name('theme', said.theme),
    consent: said.consent ?? 'NOT_NEEDED',
    complainedAbout: given
      .list('complainedAbout', said.complainedAbout)
      .map((subject) => given.person('complainedAbout', subject)),
    hasDirectReason: given.write('directReason', 'DIRECT_REASON', said.directReason),
    callId: given.name('callId', said.callId),
  };
  return { command, given };
}
