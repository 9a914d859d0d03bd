import { GatewayRefusal } from '../../gateway/refusal';
import { servePages } from '../../testing/serve-pages';
import { addAudit } from './audit';

const NONE = { corporate: [], adults: [], childrens: [], schools: [] };

describe('the entries of a complaint, by its reference', () => {
  const at = async (answer: unknown, reference: string, role = 'auditor') => {
    const site = await servePages({
      add: addAudit,
      answers: { AuditComplaintIds: answer },
      session: { role },
    });
    const given = await site.get(`/audit/complaint?reference=${encodeURIComponent(reference)}`);
    await site.stop();
    return { ...given, asked: site.asked };
  };

  it('are opened at once where one complaint has it', async () => {
    const { statusCode, headers, asked } = await at({ ...NONE, adults: ['adults-7'] }, ' CSC-1 ');
    expect([statusCode, headers.location]).toEqual([303, '/audit?subject=adults-7']);
    expect(asked).toEqual([{ operation: 'AuditComplaintIds', variables: { reference: 'CSC-1' } }]);
  });

  it('are chosen where several have it', async () => {
    const { body } = await at({ ...NONE, corporate: ['corporate-1'], schools: ['schools-2'] }, '7');
    expect(body).toContain(
      '<a class="govuk-link" href="/audit?subject=corporate-1">corporate-1</a> (Corporate)',
    );
    expect(body).toContain('/audit?subject=schools-2');
  });

  it.each([NONE, new GatewayRefusal('BAD_USER_INPUT', 'cannot be meant')])(
    'are none where none has it, and what was typed stands',
    async (answer) => {
      const { statusCode, body } = await at(answer, '<i>7</i>');
      expect([statusCode, body]).toEqual([200, expect.stringContaining('No complaint found')]);
      expect(body).toContain('value="&lt;i&gt;7&lt;/i&gt;"');
    },
  );

  it('are asked for where nothing, or too much, is typed', async () => {
    expect((await at(NONE, '')).asked).toEqual([]);
    expect((await at(NONE, '7'.repeat(61))).body).toContain('No reference is so long');
  });

  it('are shown to auditors alone', async () => {
    const { statusCode, asked } = await at(NONE, '7', 'admin');
    expect([statusCode, asked]).toEqual([403, []]);
  });
});
