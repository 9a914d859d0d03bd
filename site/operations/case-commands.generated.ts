// Written by `npm run generate`; what is changed here is lost.
import * as operations from './__generated__/operations';

export const CASE_COMMANDS = {
  acknowledgeComplaint: {
    ADULTS: operations.DoAcknowledgeAdultsComplaintDocument,
    CHILDRENS: operations.DoAcknowledgeChildrensComplaintDocument,
    CORPORATE: operations.DoAcknowledgeCorporateComplaintDocument,
    SCHOOLS: operations.DoAcknowledgeSchoolsComplaintDocument,
  },
  agreePlan: {
    ADULTS: operations.DoAgreeAdultsPlanDocument,
  },
  recordConsent: {
    ADULTS: operations.DoRecordAdultsConsentDocument,
    CHILDRENS: operations.DoRecordChildrensConsentDocument,
    CORPORATE: operations.DoRecordCorporateConsentDocument,
    SCHOOLS: operations.DoRecordSchoolsConsentDocument,
  },
  assignComplaint: {
    ADULTS: operations.DoAssignAdultsComplaintDocument,
    CHILDRENS: operations.DoAssignChildrensComplaintDocument,
    CORPORATE: operations.DoAssignCorporateComplaintDocument,
    SCHOOLS: operations.DoAssignSchoolsComplaintDocument,
  },
  acceptComplaint: {
    ADULTS: operations.DoAcceptAdultsComplaintDocument,
    CHILDRENS: operations.DoAcceptChildrensComplaintDocument,
    CORPORATE: operations.DoAcceptCorporateComplaintDocument,
    SCHOOLS: operations.DoAcceptSchoolsComplaintDocument,
  },
  handBackComplaint: {
    ADULTS: operations.DoHandBackAdultsComplaintDocument,
    CHILDRENS: operations.DoHandBackChildrensComplaintDocument,
    CORPORATE: operations.DoHandBackCorporateComplaintDocument,
    SCHOOLS: operations.DoHandBackSchoolsComplaintDocument,
  },
  answerComplaint: {
    ADULTS: operations.DoAnswerAdultsComplaintDocument,
    CHILDRENS: operations.DoAnswerChildrensComplaintDocument,
    CORPORATE: operations.DoAnswerCorporateComplaintDocument,
    SCHOOLS: operations.DoAnswerSchoolsComplaintDocument,
  },
  extendComplaint: {
    ADULTS: operations.DoExtendAdultsComplaintDocument,
    CHILDRENS: operations.DoExtendChildrensComplaintDocument,
    CORPORATE: operations.DoExtendCorporateComplaintDocument,
  },
  suspendComplaint: {
    ADULTS: operations.DoSuspendAdultsComplaintDocument,
    CHILDRENS: operations.DoSuspendChildrensComplaintDocument,
  },
  resumeComplaint: {
    ADULTS: operations.DoResumeAdultsComplaintDocument,
    CHILDRENS: operations.DoResumeChildrensComplaintDocument,
  },
  withdrawComplaint: {
    ADULTS: operations.DoWithdrawAdultsComplaintDocument,
    CHILDRENS: operations.DoWithdrawChildrensComplaintDocument,
    CORPORATE: operations.DoWithdrawCorporateComplaintDocument,
    SCHOOLS: operations.DoWithdrawSchoolsComplaintDocument,
  },
  refuseComplaint: {
    ADULTS: operations.DoRefuseAdultsComplaintDocument,
    CHILDRENS: operations.DoRefuseChildrensComplaintDocument,
    CORPORATE: operations.DoRefuseCorporateComplaintDocument,
    SCHOOLS: operations.DoRefuseSchoolsComplaintDocument,
  },
  settleConcern: {
    ADULTS: operations.DoSettleAdultsConcernDocument,
  },
  reopenComplaint: {
    ADULTS: operations.DoReopenAdultsComplaintDocument,
    CHILDRENS: operations.DoReopenChildrensComplaintDocument,
    CORPORATE: operations.DoReopenCorporateComplaintDocument,
    SCHOOLS: operations.DoReopenSchoolsComplaintDocument,
  },
  correctDate: {
    ADULTS: operations.DoCorrectAdultsDateDocument,
    CHILDRENS: operations.DoCorrectChildrensDateDocument,
    CORPORATE: operations.DoCorrectCorporateDateDocument,
    SCHOOLS: operations.DoCorrectSchoolsDateDocument,
  },
  linkComplaint: {
    ADULTS: operations.DoLinkAdultsComplaintDocument,
    CHILDRENS: operations.DoLinkChildrensComplaintDocument,
    CORPORATE: operations.DoLinkCorporateComplaintDocument,
    SCHOOLS: operations.DoLinkSchoolsComplaintDocument,
  },
  changeParty: {
    ADULTS: operations.DoChangeAdultsPartyDocument,
    CHILDRENS: operations.DoChangeChildrensPartyDocument,
    CORPORATE: operations.DoChangeCorporatePartyDocument,
    SCHOOLS: operations.DoChangeSchoolsPartyDocument,
  },
  mergeComplaint: {
    ADULTS: operations.DoMergeAdultsComplaintDocument,
    CHILDRENS: operations.DoMergeChildrensComplaintDocument,
    CORPORATE: operations.DoMergeCorporateComplaintDocument,
    SCHOOLS: operations.DoMergeSchoolsComplaintDocument,
  },
  noteComplaint: {
    ADULTS: operations.DoNoteAdultsComplaintDocument,
    CHILDRENS: operations.DoNoteChildrensComplaintDocument,
    CORPORATE: operations.DoNoteCorporateComplaintDocument,
    SCHOOLS: operations.DoNoteSchoolsComplaintDocument,
  },
  assessRisk: {
    ADULTS: operations.DoAssessAdultsRiskDocument,
  },
  coordinateComplaint: {
    ADULTS: operations.DoCoordinateAdultsComplaintDocument,
  },
  promiseAction: {
    ADULTS: operations.DoPromiseAdultsActionDocument,
    CHILDRENS: operations.DoPromiseChildrensActionDocument,
    CORPORATE: operations.DoPromiseCorporateActionDocument,
    SCHOOLS: operations.DoPromiseSchoolsActionDocument,
  },
  completeAction: {
    ADULTS: operations.DoCompleteAdultsActionDocument,
    CHILDRENS: operations.DoCompleteChildrensActionDocument,
    CORPORATE: operations.DoCompleteCorporateActionDocument,
    SCHOOLS: operations.DoCompleteSchoolsActionDocument,
  },
  moveAction: {
    ADULTS: operations.DoMoveAdultsActionDocument,
    CHILDRENS: operations.DoMoveChildrensActionDocument,
    CORPORATE: operations.DoMoveCorporateActionDocument,
    SCHOOLS: operations.DoMoveSchoolsActionDocument,
  },
  dropAction: {
    ADULTS: operations.DoDropAdultsActionDocument,
    CHILDRENS: operations.DoDropChildrensActionDocument,
    CORPORATE: operations.DoDropCorporateActionDocument,
    SCHOOLS: operations.DoDropSchoolsActionDocument,
  },
  nameCauses: {
    ADULTS: operations.DoNameAdultsCausesDocument,
    CHILDRENS: operations.DoNameChildrensCausesDocument,
    CORPORATE: operations.DoNameCorporateCausesDocument,
    SCHOOLS: operations.DoNameSchoolsCausesDocument,
  },
  recommendImprovement: {
    ADULTS: operations.DoRecommendAdultsImprovementDocument,
    CHILDRENS: operations.DoRecommendChildrensImprovementDocument,
    CORPORATE: operations.DoRecommendCorporateImprovementDocument,
    SCHOOLS: operations.DoRecommendSchoolsImprovementDocument,
  },
  followRecommendation: {
    ADULTS: operations.DoFollowAdultsRecommendationDocument,
    CHILDRENS: operations.DoFollowChildrensRecommendationDocument,
    CORPORATE: operations.DoFollowCorporateRecommendationDocument,
    SCHOOLS: operations.DoFollowSchoolsRecommendationDocument,
  },
  escalateComplaint: {
    CHILDRENS: operations.DoEscalateChildrensComplaintDocument,
    CORPORATE: operations.DoEscalateCorporateComplaintDocument,
    SCHOOLS: operations.DoEscalateSchoolsComplaintDocument,
  },
  arrangeAdvocate: {
    CHILDRENS: operations.DoArrangeChildrensAdvocateDocument,
  },
  appointPerson: {
    CHILDRENS: operations.DoAppointChildrensPersonDocument,
  },
  agreeStatement: {
    CHILDRENS: operations.DoAgreeChildrensStatementDocument,
  },
  reportInvestigation: {
    CHILDRENS: operations.DoReportChildrensInvestigationDocument,
  },
  arrangePanel: {
    CHILDRENS: operations.DoArrangeChildrensPanelDocument,
    SCHOOLS: operations.DoArrangeSchoolsPanelDocument,
  },
  holdPanel: {
    CHILDRENS: operations.DoHoldChildrensPanelDocument,
    SCHOOLS: operations.DoHoldSchoolsPanelDocument,
  },
  reportPanel: {
    CHILDRENS: operations.DoReportChildrensPanelDocument,
  },
} as const;
