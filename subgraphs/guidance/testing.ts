import { type TestPart, testPart } from '../../platform/testing/test-part';
import { subgraph } from './subgraph';

export type TestGuidance = TestPart;

/** Noon of 29 November 2026, asked by an officer unless a question says otherwise. */
export const testGuidance = (): Promise<TestGuidance> =>
  testPart({ subgraph, today: '2026-11-29', person: { subject: 'olu', role: 'officer' } });
