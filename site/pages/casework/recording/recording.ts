import type { FastifyInstance } from 'fastify';
import type { RecordingMakers } from './ask-record';
import { addCheckPages } from './check-pages';
import { addDraftPages } from './draft-pages';
import { addElsewherePages } from './elsewhere-pages';
import { addStepPages } from './step-pages';

/** Recording a complaint, step by step; each step is kept, and all is recorded at once. */
export function addRecordingPages(app: FastifyInstance, makers: RecordingMakers): void {
  addDraftPages(app, makers);
  addElsewherePages(app, makers);
  addCheckPages(app, makers);
  addStepPages(app, makers);
}
