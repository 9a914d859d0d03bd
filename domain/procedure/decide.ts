import { isLearning } from './apply-learning';
import type { CaseState } from './case-state';
import type { Command, CommandRefusal, Decision, Facts } from './command';
import { recordedDay } from './commands/correct-date';
import { refuseComplainedAbout, refuseKeptOut } from './commands/people';
import { refuseEvent, refuseRole } from './commands/permission';
import { type Circumstances, type Question, refusal, type StageCommand } from './commands/question';
import { decideRecord } from './commands/record';
import { refuseRequirements } from './commands/requirements';
import { refuseByRules } from './commands/rules';
import { decideLearning } from './decide-learning';
import { nextStageNumber } from './next-stage';
import { latestStage, versionOfStage } from './permitted';

/** A command with the complaint that it is about; null where it is to be recorded. */
interface Asked extends Circumstances {
  readonly command: Command;
  readonly state: CaseState | null;
}

/**
 * Whether a command is done: the facts to record, or why not, with the rule and its paragraph. In this order: is a procedure in
 * force, does the state permit it, is it the caller's, are they free to, are its days and people in order, and is all there
 * that the law requires. Nothing is changed by asking. `complaintId` is wanted for commands that name another complaint.
 */
export function decide({ command, state, ...circumstances }: Asked): Decision {
  if (state === null)
    return command.event === 'record' ? decideRecord(command, circumstances) : refused(NOT_RECORDED);
  if (command.event === 'record') return refused(RECORDED_ALREADY);
  if (isLearning(command)) return decideLearning({ ...circumstances, command, state });
  return decideInStage(command, state, circumstances);
}

const refused = (found: CommandRefusal): Decision => ({ isRefused: true, refusal: found });

const NOT_RECORDED = refusal('EVENT_NOT_PERMITTED', 'There is no such complaint yet. Record it first.');
const RECORDED_ALREADY = refusal(
  'EVENT_NOT_PERMITTED',
  'It is recorded already. Record another complaint, or note what came in.',
);

function decideInStage(command: StageCommand, state: CaseState, circumstances: Circumstances): Decision {
  const { procedure, caller } = circumstances;
  const stage = latestStage(state);
  const version = versionOfStage(procedure, stage);
  if (version === null) return refused(notInForce(stage));
  const rules = version.events.filter(
    ({ event, from }) => event === command.event && from.includes(stage.state),
  );
  const [first] = rules;
  if (first === undefined) return refused(refuseEvent(command, stage, version));
  const rule = rules.find(({ roles }) => roles.includes(caller.role)) ?? first;
  const question: Question = { ...circumstances, command, state, stage, version, rule };
  const found =
    refuseRole({ rule, caller, serviceId: state.serviceId }) ??
    refuseComplainedAbout(question) ??
    refuseKeptOut(question) ??
    refuseByRules(command.event, question) ??
    refuseRequirements(question);
  return found === null ? done(question) : refused(found);
}

const notInForce = ({ number, receivedOn }: Question['stage']): CommandRefusal =>
  refusal(
    'PROCEDURE_NOT_IN_FORCE',
    `No procedure of this stream with a stage ${number} was in force on ${receivedOn}.`,
  );

/** What is recorded: the command itself; of a corrected day with the one that it takes the place of. */
function done(question: Question): Decision {
  const { command, stage, state, procedure } = question;
  const isNext = command.event === 'escalate';
  const facts: Facts =
    command.event === 'correctDate' ? { ...command, from: recordedDay(question, command.which) } : command;
  return { isRefused: false, stage: isNext ? nextStageNumber(procedure, state) : stage.number, facts };
}
