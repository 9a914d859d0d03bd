import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { FiguresByQuarterDocument } from './generated/graphql.ts';

const { COMPLAINTS_ADDRESS = 'http://localhost:4000', COMPLAINTS_KEY } = process.env;
if (!COMPLAINTS_KEY) throw new Error('Set COMPLAINTS_KEY to the secret of your key.');

const client = new ApolloClient({
  link: new HttpLink({
    uri: `${COMPLAINTS_ADDRESS}/graphql`,
    headers: { authorization: `Bearer ${COMPLAINTS_KEY}` },
  }),
  // Rows of figures have no id: an answer is kept as it came.
  cache: new InMemoryCache({ typePolicies: { Measures: { keyFields: false } } }),
});

const { data, error } = await client.query({
  query: FiguresByQuarterDocument,
  variables: { years: ['2021-22'] },
  // What one part cannot tell stands beside what the others could.
  errorPolicy: 'all',
});
if (error) process.stderr.write(`not told: ${error.message}\n`);
process.stdout.write(`figures as at ${data?.measures?.asAt}\n`);
// null is "not recorded", and never 0.
for (const { financialYear, quarter, received, ombudsmanDecided } of data?.measures?.rows ?? [])
  process.stdout.write(
    `${financialYear} ${quarter}: received ${received ?? 'not recorded'}, decided by the ombudsman ${ombudsmanDecided ?? 'not recorded'}\n`,
  );
