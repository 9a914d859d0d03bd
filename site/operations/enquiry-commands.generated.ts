// Written by `npm run generate`; what is changed here is lost.
import * as operations from './__generated__/operations';

export const ENQUIRY_COMMANDS = {
  replyToEnquiry: {
    OMBUDSMAN: operations.DoReplyToOmbudsmanEnquiryDocument,
  },
  extendReply: {
    OMBUDSMAN: operations.DoExtendOmbudsmanReplyDocument,
  },
  recordDraftDecision: {
    OMBUDSMAN: operations.DoRecordOmbudsmanDraftDecisionDocument,
  },
  commentOnDraft: {
    OMBUDSMAN: operations.DoCommentOnOmbudsmanDraftDocument,
  },
  recordDecision: {
    OMBUDSMAN: operations.DoRecordOmbudsmanDecisionDocument,
  },
  closeCaseAsPremature: {
    OMBUDSMAN: operations.DoCloseOmbudsmanCaseAsPrematureDocument,
  },
  withdrawCase: {
    OMBUDSMAN: operations.DoWithdrawOmbudsmanCaseDocument,
  },
  addRemedy: {
    OMBUDSMAN: operations.DoAddOmbudsmanRemedyDocument,
  },
  completeRemedy: {
    OMBUDSMAN: operations.DoCompleteOmbudsmanRemedyDocument,
  },
  recordCompliance: {
    OMBUDSMAN: operations.DoRecordOmbudsmanComplianceDocument,
  },
  noteCase: {
    OMBUDSMAN: operations.DoNoteOmbudsmanCaseDocument,
  },
} as const;
