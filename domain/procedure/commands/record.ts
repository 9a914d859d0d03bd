import type { CommandRefusal, Decision, FactsOf } from '../command';
import { stageVersion } from '../stage-version';
import { refuseUnknownDay } from './days';
import { refuseRole } from './permission';
import { type Circumstances, refusal } from './question';

/** Whether a complaint is recorded: at a stage at which one can begin, by the procedure in force on the day it came in. */
export function decideRecord(command: FactsOf<'record'>, circumstances: Circumstances): Decision {
  const found = refuseRecording(command, circumstances);
  if (found !== null) return { isRefused: true, refusal: found };
  return { isRefused: false, stage: command.stage, facts: command };
}

function refuseRecording(command: FactsOf<'record'>, circumstances: Circumstances): CommandRefusal | null {
  const { procedure, caller } = circumstances;
  const { stage, receivedOn, serviceId } = command;
  const unknown = refuseUnknownDay({ day: receivedOn, part: 'receivedOn', source: null }, circumstances);
  if (unknown !== null) return unknown;
  const version = stageVersion({ procedure, stage, receivedOn });
  if (version === null) {
    const message = `No procedure of this stream with a stage ${stage} was in force on ${receivedOn}. Check stage and day.`;
    return refusal('PROCEDURE_NOT_IN_FORCE', message, { part: 'stage' });
  }
  const rule = version.events.find(({ event }) => event === 'record');
  if (rule === undefined) {
    const message = `Nothing begins at stage ${stage}: it follows the stage before. Record it at that one.`;
    return refusal('EVENT_NOT_PERMITTED', message, { source: version.source, part: 'stage' });
  }
  const direct = version.requirements.find(({ needs }) => needs.kind === 'DIRECT_REASON');
  if (direct !== undefined && !command.hasDirectReason) {
    const message = `Beginning at stage ${stage} is the exception. Say why, or record it at stage 1.`;
    return refusal('DIRECT_REASON_MISSING', message, { source: direct.source, part: 'directReason' });
  }
  if (command.complainedAbout.includes(caller.subject))
    return refusal('PERSON_COMPLAINED_ABOUT', 'You are complained about. Have somebody else record it.', {
      part: 'complainedAbout',
    });
  return refuseRole({ rule, caller, serviceId });
}
