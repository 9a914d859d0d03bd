import { GatewayRefusal } from '../../gateway/refusal';
import { type Answers, servePages } from '../../testing/serve-pages';
import { addProcedurePages } from './procedures';

const rule = (given: object = {}) => ({
  ...{ source: 'The Code', inForceFrom: '2026-04-01', inForceTo: null, acknowledgeWithinWorkingDays: 5 },
  ...{ answerWithinWorkingDays: 10, answerWithinMonths: null, answerCountedFrom: 'ACKNOWLEDGED' },
  ...{ extendByWorkingDays: 10, ...given },
});
const before = rule({
  ...{ source: 'The policy before', inForceFrom: '2000-01-01', inForceTo: '2026-03-31' },
  ...{ acknowledgeWithinWorkingDays: null, answerCountedFrom: 'RECEIVED', extendByWorkingDays: null },
});
const PROCEDURES = {
  procedures: [
    {
      stream: 'CORPORATE',
      stages: [
        { stage: 1, reachedOnlyByEscalation: false, rules: [rule(), before] },
        { stage: 2, reachedOnlyByEscalation: true, rules: [rule({ inForceFrom: '2030-01-01' })] },
      ],
    },
    {
      stream: 'ADULTS',
      stages: [
        {
          ...{ stage: 1, reachedOnlyByEscalation: false },
          rules: [
            rule({ answerWithinWorkingDays: null, answerWithinMonths: 6, answerCountedFrom: 'RECEIVED' }),
          ],
        },
      ],
    },
  ],
};
const GUIDANCE = {
  articles: {
    ...{ totalCount: 2, pageInfo: { hasNextPage: false, endCursor: null } },
    edges: [
      { node: { id: 'own', kind: 'POLICY', title: 'Of its own', summary: '', stream: 'CORPORATE' } },
      { node: { id: 'all', kind: 'POLICY', title: 'Of all', summary: '', stream: null } },
    ],
  },
};

const LAW = { law: 'The Code', paragraph: 'paragraph 6.3', basis: 'CODE' };
const LIVE = {
  procedure: {
    versions: [
      {
        ...{ stage: 1, inForceFrom: '2026-04-01', inForceTo: null, title: 'The answer of the service' },
        ...{ answeredBy: 'A manager', next: ['stage 2'], source: LAW },
        states: [{ name: 'RECEIVED', title: 'Newly received', waitsFor: 'TEAM', isEnded: false }],
        events: [
          {
            ...{ event: 'ANSWER', title: 'Answer it', from: ['RECEIVED'], leadsTo: 'Answered', source: LAW },
            ...{ roles: ['OFFICER'], needs: [{ text: 'a finding for each element', source: LAW }] },
          },
        ],
        limits: [{ name: 'ANSWER', title: 'Answer it', text: 'within 10 working days', source: LAW }],
      },
    ],
  },
};
const ALL: Answers = {
  ...{ Procedures: PROCEDURES, GuidanceFound: GUIDANCE },
  ...{ LiveProcedureCorporate: LIVE, LiveProcedureAdults: LIVE, LiveProcedureSchools: LIVE },
};

async function get(url: string, answers: Answers = ALL) {
  const pages = await servePages({ add: addProcedurePages, answers, now: '2026-11-29T12:00:00Z' });
  const answer = await pages.get(url);
  await pages.stop();
  return answer;
}

describe('procedures', () => {
  it('stand beside each other as they are in force', async () => {
    const { body } = await get('/procedures');
    expect(body).toContain(
      'Acknowledged within 5 working days of receipt. Answered within 10 working days of the acknowledgement.',
    );
    expect(body).toContain('Answered within 6 months of receipt.');
    expect(body).toContain('No rule is known.');
    expect((await get('/procedures', { Procedures: { procedures: null } })).statusCode).toBe(200);
  });

  it('each show their stages to scale, every rule, and what is written about them', async () => {
    const { body, statusCode } = await get('/procedures/Corporate');
    expect(statusCode).toBe(200);
    // 5 days to acknowledge, 10 from that, 10 more: 25 in all.
    expect(body.match(/<rect class="limit limit--\w+" x="\d+" y="0" width="\d+"/g)).toEqual([
      '<rect class="limit limit--acknowledge" x="0" y="0" width="120"',
      '<rect class="limit limit--answer" x="120" y="0" width="240"',
      '<rect class="limit limit--longer" x="360" y="0" width="240"',
    ]);
    for (const words of [
      'received from 1 April 2026',
      'received until 31 March 2026',
      'The policy before',
      'Of its own',
    ])
      expect(body).toContain(words);
    expect(body).not.toContain('Of all');
    expect(body).toContain('No rule is known for what is received today.');
  });

  it('are not found for what is no stream, and stand without the guidance', async () => {
    expect((await get('/procedures/housing')).statusCode).toBe(404);
    expect((await get('/procedures/schools')).statusCode).toBe(404);
    const lost = { ...ALL, GuidanceFound: new GatewayRefusal('TIMEOUT', 'slow') };
    const { body, statusCode } = await get('/procedures/adults', lost);
    expect([statusCode, body]).toEqual([200, expect.stringContaining('The guidance cannot be had just now')]);
  });

  it('say who may do what with a live complaint, by which law, and stand where the stream does not answer', async () => {
    const { body } = await get('/procedures/corporate');
    for (const words of [
      'The answer of the service',
      'Newly received',
      'a finding for each element',
      'The Code, paragraph 6.3 (a code or guidance under the law)',
    ])
      expect(body).toContain(words);
    const lost = await get('/procedures/corporate', {
      ...ALL,
      LiveProcedureCorporate: new GatewayRefusal('TIMEOUT', 'slow'),
    });
    expect([lost.statusCode, lost.body]).toEqual([
      200,
      expect.stringContaining('The stream does not answer just now'),
    ]);
  });
});
