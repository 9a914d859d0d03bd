import { stageFindings } from './stage-findings';

describe('what streams find of a stage', () => {
  const findings = stageFindings({ parent: 'Parent', stage: 'Stage', received: 'Received' });

  it('blames the day, not the stage, where a stage is from before its procedure', () => {
    expect(findings.BEFORE_PROCEDURE?.column).toBe('Received');
    expect(findings.OUTSIDE_CALENDAR?.column).toBe('Received');
    expect(findings.STAGE_NOT_IN_PROCEDURE?.column).toBe('Stage');
  });
});
