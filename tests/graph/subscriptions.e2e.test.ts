import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { type Subscriber, subscribe } from './subscriber';

const HEADER =
  'Case Ref,Case Type,Stage,Parent Ref,Route,Date Received,Date Acknowledged,Target Date,Date Responded,Status,Closure Code,Directorate,Service,Category,Channel,Ward,Officer,School URN,School,Title,Forename,Surname,Email,Postcode,Summary,Last Updated';
const row = (reference: string, { received = '04/05/2021', updated = '07/05/2021 10:00' } = {}) =>
  `${reference},Corporate Complaint,1,,,${received},,,,Open,,,Parking,Delay,Letter,,,,,Ms,Made,Up,,,A made-up complaint,${updated}`;
const file = (...rows: string[]) => `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`;

const FIGURES = `subscription ($stages: [Int!]) {
  figuresChanged(measures: [RECEIVED], where: { streams: [CORPORATE], stages: $stages, financialYears: ["2021-22"] }) {
    measure value openFaults definition { title } } }`;
const COMPLAINTS = `subscription ($stream: Stream!) { told: complaintChanged(stream: $stream) {
  __typename id reference status stages { number reference } ombudsmanCases { id }
  ... on CorporateComplaint { accounts { surname } } } }`;

describe('subscriptions', () => {
  let product: TestProduct;
  const open: Subscriber[] = [];
  beforeAll(async () => {
    product = await startTestProduct();
    await product.loadText('corporate-crm', file(row('1001')));
  }, 120_000);
  afterEach(() => {
    for (const subscriber of open.splice(0)) subscriber.leave();
  });
  afterAll(() => product.stop());

  const follow = async (as: string, query: string, variables = {}, method: 'GET' | 'POST' = 'POST') => {
    const authorization = `Bearer ${await product.token(as)}`;
    const subscriber = await subscribe({ url: product.url, authorization, query, variables, method });
    open.push(subscriber);
    return subscriber;
  };

  it('tell figures at once, and again when they have changed', async () => {
    const figures = await follow('analyst', FIGURES, { stages: [1] });
    console.log(figures.status, await figures.next());
    const complaints = await follow('officer', COMPLAINTS, { stream: 'CORPORATE' });
    console.log(complaints.status);
    await product.loadText('corporate-crm', file(row('1002'), row('1003')));
    console.log(JSON.stringify(await figures.next()), figures.unread());
    console.log(JSON.stringify(await complaints.next()), JSON.stringify(await complaints.next()));
  }, 30_000);
});
