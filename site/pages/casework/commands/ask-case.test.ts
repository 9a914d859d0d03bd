import { GatewayRefusal } from '../../../gateway/refusal';
import { movingClock } from '../../../testing/people';
import { type Answers, toldGateway } from '../../../testing/serve-pages';
import { caseAnswers } from '../testing/a-case';
import { askCase, streamOfId } from './ask-case';
import { CASE_FORMS } from './forms/case-forms';

const ask = (form: keyof typeof CASE_FORMS, changed: Answers = {}) => {
  const gateway = toldGateway({ ...caseAnswers(), ...changed });
  const makers = {
    gateway,
    clock: movingClock('2026-12-01T12:00:00Z'),
    nameOf: (subject: string) => subject,
  };
  const asking = { accessToken: `token ${Math.random()}`, requestId: 'r' };
  const { fields } = CASE_FORMS[form];
  const question = { asking, id: 'corporate-1', subject: 'olu', chosen: null, fields };
  return askCase(makers, question).then((seen) => ({ seen, asked: gateway.asked }));
};

describe('what the form of a command knows', () => {
  it('is how the complaint stands, whom there is to name, and its elements where the form takes them up', async () => {
    const { seen } = await ask('answerComplaint');
    expect(seen).toMatchObject({
      ...{ reference: 'COR-1', today: '2026-12-01', points: ['It was late', 'Nobody called <b>'] },
      ...{ services: [{ value: 'parks', text: 'Parks' }], version: { title: 'Stage 1' } },
    });
    expect((await ask('assignComplaint')).seen).toMatchObject({
      ...{ groups: [{ value: 'g1', text: 'The desk' }], people: [{ value: 'olu' }, { value: 'cora' }] },
    });
  });

  it('has the elements where they are to be agreed, which need not be typed again', async () => {
    const { seen } = await ask('agreeStatement');
    if (seen === null) throw new Error('Nobody works on it');
    expect(CASE_FORMS.agreeStatement.fields.points?.begins?.('points', seen)).toEqual({
      points: 'It was late\nNobody called <b>',
    });
  });

  it('asks for nothing that was written, and for nobody, where the form needs neither', async () => {
    const { asked } = await ask('acceptComplaint');
    const names = asked.map(({ operation }) => operation);
    expect(names).not.toContain('CasePointsOfCorporate');
    expect(names).not.toContain('CasePeopleOfCorporate');
    expect(names).not.toContain('GroupsOfCorporate');
  });

  it('does without the procedure and the groups where they cannot be had', async () => {
    const slow = new GatewayRefusal('TIMEOUT', 'slow');
    const { seen } = await ask('assignComplaint', { LiveProcedureCorporate: slow, GroupsOfCorporate: slow });
    expect(seen).toMatchObject({ version: null, groups: [] });
  });

  it('is nothing where nobody works on it here; an id tells its stream', async () => {
    expect((await ask('acceptComplaint', { CaseAtWorkOfCorporate: { complaint: null } })).seen).toBeNull();
    expect([streamOfId('adults-1'), streamOfId('elsewhere-1')]).toEqual(['ADULTS', null]);
  });
});
