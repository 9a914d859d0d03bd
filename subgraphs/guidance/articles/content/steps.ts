import { ownOf } from '../../../../platform/tables/own-of';
import type { CaseEvent, EnquiryEvent } from '../../__generated__/resolver-types';

/** The steps of complaints that the product's articles are for: beside their forms they are shown. */
const STEPS: Readonly<Record<string, readonly CaseEvent[]>> = {
  'answer-a-complaint-at-stage-1': ['ACCEPT', 'ACKNOWLEDGE', 'ANSWER', 'ASSIGN'],
  'words-to-begin-from': ['ACKNOWLEDGE', 'ANSWER', 'EXTEND', 'SEND_LETTER'],
  'when-a-complaint-arrives': ['ACKNOWLEDGE', 'ASSIGN', 'RECORD'],
  'before-you-send-an-answer': ['ANSWER'],
  'when-you-need-longer': ['EXTEND'],
  'learn-from-complaints': [
    ...(['DROP_PROMISE', 'FOLLOW_RECOMMENDATION', 'KEEP_PROMISE', 'MOVE_PROMISE', 'NAME_CAUSES'] as const),
    ...(['PROMISE', 'RECOMMEND'] as const),
  ],
  'what-counts-as-a-complaint': ['RECORD', 'REFUSE', 'SETTLE'],
  'unreasonable-behaviour': ['REFUSE'],
  'keeping-complaint-records': ['ATTACH', 'CHANGE_PARTY'],
  'corporate-complaints': ['ESCALATE', 'EXTEND', 'REOPEN'],
  'adult-social-care-complaints': ['AGREE_PLAN', 'ASSESS_RISK', 'COORDINATE', 'REOPEN', 'RESUME', 'SUSPEND'],
  'childrens-social-care-complaints': [
    ...([
      'AGREE_STATEMENT',
      'APPOINT',
      'ARRANGE_ADVOCATE',
      'ARRANGE_PANEL',
      'ESCALATE',
      'HOLD_PANEL',
    ] as const),
    ...(['REOPEN', 'REPORT_INVESTIGATION', 'REPORT_PANEL', 'RESUME', 'SUSPEND'] as const),
  ],
  'school-complaints': ['ARRANGE_PANEL', 'ESCALATE', 'HOLD_PANEL', 'REOPEN', 'REPORT_PANEL'],
  'faq-when-does-the-clock-start': ['CORRECT_DATE'],
  'faq-can-i-stop-the-clock': ['EXTEND', 'RESUME', 'SUSPEND'],
  'faq-i-cannot-answer-in-time': ['EXTEND'],
  'faq-is-it-a-complaint': ['RECORD'],
  'faq-complaint-by-telephone': ['RECORD'],
  'faq-put-right-on-the-spot': ['SETTLE'],
  'faq-complaint-about-me': ['ACCEPT', 'ASSIGN', 'HAND_BACK'],
  'faq-several-services': ['ASSIGN'],
  'faq-somebody-for-another': ['RECORD_CONSENT'],
  'faq-for-a-child': ['RECORD_CONSENT'],
  'faq-anonymous': ['RECORD'],
  'faq-too-late': ['REFUSE'],
  'faq-upheld-or-not': ['ANSWER'],
  'faq-no-proof-either-way': ['ANSWER'],
  'faq-money': ['PROMISE'],
  'faq-no-reasons-for-stage-2': ['ESCALATE'],
  'faq-who-answers-stage-2': ['APPOINT', 'ESCALATE'],
  'faq-advocate': ['ARRANGE_ADVOCATE'],
  'faq-safeguarding': ['ASSESS_RISK', 'SUSPEND'],
  'faq-same-again': ['LINK', 'MERGE', 'REOPEN'],
  'faq-no-more-contact': ['WITHDRAW'],
  'faq-new-points': ['AGREE_STATEMENT', 'LINK', 'MERGE'],
  'faq-with-the-nhs': ['COORDINATE'],
  'faq-about-my-staff': ['ASSIGN'],
};

/** The same for steps of ombudsmen's cases. */
const ENQUIRY_STEPS: Readonly<Record<string, readonly EnquiryEvent[]>> = {
  'when-an-ombudsman-asks': ['EXTEND_REPLY', 'RECORD', 'REPLY'],
  'deal-with-an-ombudsmans-enquiry': [
    ...(['ADD_REMEDY', 'COMMENT', 'COMPLETE_REMEDY', 'COMPLY', 'DECIDE', 'DRAFT', 'REFER_BACK'] as const),
    ...(['REPLY', 'WITHDRAW'] as const),
  ],
  'learn-from-complaints': ['ADD_REMEDY'],
  'faq-ombudsman-first': ['REFER_BACK'],
  'faq-which-ombudsman': ['RECORD'],
};

/** Which steps an article of the product is for; none where nothing is said. */
export const stepsFor = (id: string): { readonly steps: string[]; readonly enquiry_steps: string[] } => ({
  steps: [...(ownOf(STEPS, id) ?? [])],
  enquiry_steps: [...(ownOf(ENQUIRY_STEPS, id) ?? [])],
});
