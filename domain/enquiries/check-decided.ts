import type { EnquiryFactsOf, EnquiryRefusal, EnquiryState } from './enquiry';
import type { EnquiryAsked } from './enquiry-asked';
import { ENQUIRY_LAW } from './enquiry-law';
import { refuse } from './refuse';

/** What a decision may not say, and what may not be done after it. */
export function checkDecided({ command, state }: EnquiryAsked): EnquiryRefusal | null {
  if (state === null) return null;
  switch (command.event) {
    case 'decide':
      return checkDecision(command, state);
    case 'addRemedy':
      return checkFault(state);
    case 'completeRemedy':
      return checkRemedy(command, state);
    case 'comply':
      return checkCompliance(command, state);
    default:
      return null;
  }
}

/** The LGSCO gives one decision, the Housing Ombudsman a finding on each issue. */
function checkDecision(
  { decision, findings }: EnquiryFactsOf<'decide'>,
  { body }: EnquiryState,
): EnquiryRefusal | null {
  const source = ENQUIRY_LAW.decision[body];
  if (body === 'HOUSING') {
    if (decision !== null)
      return refuse(
        'DECISION_OF_THE_OTHER_BODY',
        'The Housing Ombudsman gives findings: leave `lgscoDecision` out, and say what was found on each issue.',
        { part: 'lgscoDecision', source },
      );
    if (findings.length > 0) return null;
    const said = 'Say what the Housing Ombudsman found, on each issue or on the case as a whole.';
    return refuse('FINDINGS_MISSING', said, { part: 'findings', source });
  }
  if (findings.length > 0)
    return refuse(
      'DECISION_OF_THE_OTHER_BODY',
      'Findings on issues are the Housing Ombudsman’s: leave them out.',
      {
        ...{ part: 'findings', source },
      },
    );
  if (decision !== null) return null;
  return refuse('DECISION_MISSING', 'Say which of its decisions the LGSCO gave.', {
    part: 'lgscoDecision',
    source,
  });
}

function checkFault({ callsForRemedy, body }: EnquiryState): EnquiryRefusal | null {
  if (callsForRemedy) return null;
  return refuse('REMEDY_WITHOUT_FAULT', 'No fault was found: there is nothing to remedy.', {
    source: ENQUIRY_LAW.remedy[body],
  });
}

function checkRemedy(
  { place }: EnquiryFactsOf<'completeRemedy'>,
  { remedies }: EnquiryState,
): EnquiryRefusal | null {
  const remedy = remedies.find((one) => one.place === place);
  const part = 'remedy';
  if (remedy === undefined) return refuse('REMEDY_NOT_FOUND', 'The case has no such remedy.', { part });
  if (remedy.doneOn === null) return null;
  return refuse('REMEDY_ALREADY_DONE', `That was done on ${remedy.doneOn} already.`, { part });
}

/** The ombudsman is satisfied once everything was done; that something was not, it says of a case with remedies. */
function checkCompliance(
  { compliance }: EnquiryFactsOf<'comply'>,
  { remedies, body }: EnquiryState,
): EnquiryRefusal | null {
  const source = ENQUIRY_LAW.compliance[body];
  const part = 'compliance';
  if (compliance === 'NOT_COMPLETE')
    return remedies.length > 0
      ? null
      : refuse('REMEDY_NOT_FOUND', 'The case has no remedy that could be left undone.', { part, source });
  const open = remedies.find(({ doneOn }) => doneOn === null);
  if (open === undefined) return null;
  const said = 'A remedy of the case is not done: say first on which day it was.';
  return refuse('REMEDY_NOT_DONE', said, { part, source });
}
