import { createHmac } from 'node:crypto';
import { newWebhookSecret, webhookHeaders } from './sign-webhook';

describe('the headers of a webhook', () => {
  it('are those of the standard’s example', () => {
    const headers = webhookHeaders({
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
      secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    });
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('hold a signature by each secret while one is rotated', () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()];
    const signed = webhookHeaders({ id: 'a', at: new Date(5_000), body: '{}', secrets })['webhook-signature'];
    const expected = secrets.map((secret) => {
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
      expect(key).toHaveLength(32);
      return `v1,${createHmac('sha256', key).update('a.5.{}').digest('base64')}`;
    });
    expect(signed).toBe(expected.join(' '));
    expect(new Set(expected).size).toBe(2);
  });
});
