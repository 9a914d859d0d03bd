import { refuseToChange, reply } from '../entrance/refusal';
import { ASSISTANTS_PATH, METADATA_PATH } from '../entrance/resource-metadata';
import type { OpenDoor } from './door';

/** What assistants find here, so that they know where to sign in (RFC 9728). For anybody: it says nothing of what is held. */
export const resourceMetadataDoor = (authorizationServer: string | null): OpenDoor => ({
  isOpen: true,
  matches: (path) => path === METADATA_PATH || path === `${METADATA_PATH}${ASSISTANTS_PATH}`,
  answer(response, { method, url = '' }, { origin }) {
    refuseToChange(response, method);
    const resource = url.split('?')[0] === METADATA_PATH ? origin : `${origin}${ASSISTANTS_PATH}`;
    response.setHeader('vary', 'Host');
    reply(response, 200, {
      resource,
      resource_name: 'Council complaints',
      bearer_methods_supported: ['header'],
      ...(authorizationServer !== null && { authorization_servers: [authorizationServer] }),
    });
  },
});
