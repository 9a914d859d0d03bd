import { GatewayRefusal } from '../../gateway/refusal';
import { check, get, ID, post, report } from './testing';

const CHECKS = { ReportChecks: { report: report() } };
const at = (name: string) => `/reports/${ID}/${name}`;
const OPERATIONS = {
  ...{ freeze: 'FreezeReport', revise: 'ReviseReport', seen: 'NoteReportSeen', renew: 'RenewReport' },
};
type Name = keyof typeof OPERATIONS;
const decided = (name: Name, fields: Record<string, string>, done: unknown, role = 'officer') =>
  post(at(name), fields, { ...CHECKS, [OPERATIONS[name]]: done instanceof Error ? done : { done } }, role);

describe('deciding of a report', () => {
  it.each<[Name, Record<string, string>, object]>([
    ['freeze', { version: '1', seen: 's', despite: ' ' }, { id: ID, version: 1, seen: 's', despite: null }],
    ['freeze', { version: '1', seen: 's', despite: 'So be it' }, { despite: 'So be it' }],
    ['revise', { reason: 'Late' }, { id: ID, reason: 'Late' }],
    ['seen', { version: '1', seen: 's' }, { id: ID, version: 1, seen: 's' }],
    ['renew', {}, { id: ID }],
  ])('has it done and leads back: %s', async (name, fields, variables) => {
    const { statusCode, headers, asked } = await decided(name, fields, { __typename: 'Report' });
    expect([statusCode, headers.location]).toEqual([303, expect.stringMatching(`^/reports/${ID}\\?did=`)]);
    expect(asked[0]?.variables).toMatchObject(variables);
  });

  it('is confirmed first where it freezes, with what was looked at and no other', async () => {
    const { body, asked } = await post(
      at('freeze'),
      { do: 'confirm', version: '1', seen: 'as-seen' },
      CHECKS,
    );
    expect(asked.map(({ operation }) => operation)).toEqual(['ReportChecks']);
    for (const words of ['value="as-seen"', 'Why it is frozen all the same', 'Nothing is said.'])
      expect(body).toContain(words);
    const settled = { ReportChecks: { report: report({ checks: [check({ isBlocking: false })] }) } };
    const { body: without } = await post(at('freeze'), { do: 'confirm', version: '1', seen: 's' }, settled);
    expect(without).not.toContain('Why it is frozen all the same');
  });

  it('tells which figures moved, and does not offer to go on over them', async () => {
    const moved = {
      __typename: 'ReportMoved',
      message: 'Not as you saw it.',
      cells: [{ id: 'c', text: '56' }],
    };
    const { body, statusCode } = await decided('freeze', { version: '1', seen: 's' }, moved);
    expect(statusCode).toBe(400);
    for (const words of ['Not as you saw it.', '56', 'Look at the report again'])
      expect(body).toContain(words);
    expect(body).not.toContain('Freeze it');
  });

  it.each<[Name, unknown, string]>([
    ['freeze', { __typename: 'ChecksOpen', message: 'One check is open.' }, 'One check is open.'],
    ['revise', { __typename: 'ReasonUnusable', message: 'Say why.' }, 'href="#reason"'],
    ['renew', new GatewayRefusal('UNREACHABLE', 'x'), 'nobody knows whether it was done'],
  ])('says what is in the way, with what was typed: %s', async (name, done, says) => {
    const open = name === 'revise' ? { ReportChecks: { report: report({ state: 'FROZEN' }) } } : CHECKS;
    const answers = { ...open, [OPERATIONS[name]]: done instanceof Error ? done : { done } };
    const { body, statusCode } = await post(
      at(name),
      { despite: 'Typed', reason: 'Typed', seen: 's' },
      answers,
    );
    expect(statusCode).toBe(400);
    expect(body).toContain(says);
    if (name !== 'renew') expect(body).toContain('Typed</textarea>');
  });

  it('begins on the page that shows the report where it is about what was seen', async () => {
    for (const name of ['freeze', 'seen'])
      expect((await get(at(name), {})).headers.location).toBe(`/reports/${ID}`);
    expect((await get(at('revise'), CHECKS)).body).toContain('The newest version is a draft');
    expect((await get(at('renew'), CHECKS)).body).toContain('Take it over');
  });

  it('is for those who may, and of reports that there are', async () => {
    for (const name of ['freeze', 'revise'] as const) {
      expect((await get(at(name), {}, 'analyst')).statusCode).toBe(403);
      expect((await decided(name, {}, null, 'analyst')).statusCode).toBe(403);
    }
    expect((await get(at('renew'), {}, 'partner')).statusCode).toBe(403);
    expect((await get(at('renew'), { ReportChecks: { report: null } })).statusCode).toBe(404);
    expect((await decided('renew', {}, { __typename: 'ReportNotFound' })).statusCode).toBe(404);
  });
});
