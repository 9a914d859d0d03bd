import fc from 'fast-check';
import { subscribedPage } from './subscribed-page';

describe('a saved view whose figures can be told', () => {
  it.each([
    ['/dashboard?stages=1', { kind: 'figures', of: '', query: { stages: '1' } }],
    ['/', { kind: 'figures', of: '', query: {} }],
    ['/?services=A&services=B&stages=1', { kind: 'figures', query: { services: ['A', 'B'], stages: '1' } }],
    ['/services?stages=2', { kind: 'figures' }],
    ['/services/highways', { kind: 'service', of: 'highways' }],
    ['/streams/adults?quarters=Q2', { kind: 'stream', of: 'adults', query: { quarters: 'Q2' } }],
    ['/measures/open', { kind: 'measure', of: 'OPEN' }],
    ['/complaints?measure=OVERDUE', { kind: 'measure', of: 'OVERDUE' }],
  ])('is of a page of figures: %s', (address, page) => {
    expect(subscribedPage(address)).toMatchObject(page);
  });

  it.each([
    '/complaints',
    '/casework?list=MINE',
    '/complaints?status=OPEN',
    '/complaints/corporate-1',
    '/complaints/corporate-1/people',
    '/ombudsman-cases',
    '/measures',
    '/reports/mid-year',
    '/services/highways/charts/x.svg',
    '/search?words=x',
  ])('is none of others: %s', (address) => {
    expect(subscribedPage(address)).toBeNull();
  });

  it('throws for no address that can be kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        subscribedPage(`/services/${text}`);
        subscribedPage(`/${text}`);
      }),
    );
  });
});
