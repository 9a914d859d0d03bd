import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../../gateway/refusal';
import { madeUpSession } from '../../../testing/people';
import { type Answers, toldGateway } from '../../../testing/serve-pages';
import { askWorkPart } from './work-part';

const ask = (answers: Answers, role = 'officer') => {
  const visitor = { id: 's', session: madeUpSession({ role }) };
  const request = { visitor, query: {} } as unknown as FastifyRequest;
  const makers = { gateway: toldGateway(answers), nameOf: (subject: string) => subject };
  return askWorkPart(makers, request, { asking: { accessToken: 'a', requestId: 'r' }, id: 'ombudsman-1' });
};

describe('how an ombudsman’s case is worked on', () => {
  it('is nothing for whoever does not work on it, and where it cannot be had just now', async () => {
    expect(await ask({}, 'manager')).toBeNull();
    expect(await ask({ OmbudsmanWork: { ombudsmanCase: null } })).toBeNull();
    expect(await ask({ OmbudsmanWork: { ombudsmanCase: { permitted: null } } })).toBeNull();
    expect(await ask({ OmbudsmanWork: new GatewayRefusal('TIMEOUT', 'slow') })).toBeNull();
  });
});
