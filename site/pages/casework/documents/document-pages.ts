import type { FastifyInstance } from 'fastify';
import { takeFileForms } from '../../../server/file-form';
import { attachFiles, type DocumentMakers, saidIn, sendDocuments } from './attach';
import { sendContent, showDocument } from './show-document';

const PATH = '/complaints/:id/documents';

/** The documents of a complaint: listed, attached, shown as far as that goes without a program, and taken away. */
export function addDocumentPages(app: FastifyInstance, makers: DocumentMakers): void {
  app.get(PATH, (request, reply) => sendDocuments(makers, { request, reply }, saidIn(request)));
  app.get(`${PATH}/:document`, (request, reply) => showDocument(makers, request, reply));
  app.get(`${PATH}/:document/content`, (request, reply) =>
    sendContent(makers, { request, reply, isPreview: false }),
  );
  app.get(`${PATH}/:document/picture`, (request, reply) =>
    sendContent(makers, { request, reply, isPreview: true }),
  );
  app.register(async (forms) => {
    takeFileForms(forms);
    forms.post(PATH, (request, reply) => attachFiles(makers, { request, reply }));
  });
}
