import type { Command } from '../command';
import type { CaseRole } from '../events';
import type { LearningFacts } from '../learning-facts';

type Worded = Exclude<Command, LearningFacts>['event'];

/** What each command does, as a message says it: “Nobody can … now”. */
export const COMMAND_WORDS: Readonly<Record<Worded, string>> = {
  record: 'record a complaint',
  acknowledge: 'acknowledge it',
  agreePlan: 'agree a plan',
  recordConsent: 'record consent',
  assign: 'give it to anybody',
  accept: 'accept it',
  handBack: 'hand it back',
  answer: 'answer it',
  extend: 'extend a limit',
  suspend: 'suspend it',
  resume: 'resume it',
  escalate: 'take it to the next stage',
  withdraw: 'withdraw it',
  refuse: 'refuse it',
  settle: 'settle it',
  reopen: 'open it again',
  correctDate: 'correct a day',
  link: 'link it',
  merge: 'merge it',
  note: 'note anything',
  arrangeAdvocate: 'arrange an advocate',
  appoint: 'appoint anybody',
  agreeStatement: 'agree a statement',
  reportInvestigation: 'report an investigation',
  arrangePanel: 'arrange a panel',
  holdPanel: 'hold a panel',
  reportPanel: 'report of a panel',
  assessRisk: 'assess the risk',
  coordinate: 'answer it together with others',
};

export const ROLE_WORDS: Readonly<Record<CaseRole, string>> = {
  officer: 'officers of the complaints team',
  manager: 'managers of the service',
};
