import { GatewayRefusal } from '../gateway/refusal';
import { askPart } from './ask-part';

describe('a part that a page can do without', () => {
  it('is its answer, and null where there is none', async () => {
    expect(await askPart(Promise.resolve(7))).toBe(7);
    expect(await askPart(Promise.reject(new GatewayRefusal('TIMEOUT', 'Too slow')))).toBeNull();
  });

  it('hides no fault of ours', async () => {
    await expect(askPart(Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
  });
});
