import type { Settings } from '../../platform/config/settings';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { demonstrationToken } from '../../platform/identity/demonstration-token';
import type { SignedIn } from '../../platform/identity/identity';
import { openTransport, type PostOffice } from '../../site/site';

/** In whose name the demonstration asks for the figures of mails: nobody can sign in as it. */
const PROGRAM: SignedIn = { subject: 'post', role: 'analyst', streams: [], services: [], partner: null };

/** By what figures go out by mail; null where the settings name no way. The demonstration makes its program’s tokens itself. */
export function openPostOffice({ post, token, dataDirectory }: Settings): PostOffice | null {
  if (post === null) return null;
  const { key, from, domains, to } = post;
  return {
    ...{ from, domains, isFolder: to.kind === 'folder', transport: openTransport(post) },
    async accessToken() {
      if (key !== null) return key;
      const keys = await demonstrationKeys({ dataDirectory });
      return demonstrationToken({ person: PROGRAM, privateKey: keys.token.privateKey, ...token });
    },
  };
}
