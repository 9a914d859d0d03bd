import type { PostSettings } from '../../../platform/config/post';
import { fileTransport } from './file-transport';
import { smtpTransport } from './smtp-transport';
import type { Transport } from './transport';

/** The way that the settings name. */
export const openTransport = ({ to }: Pick<PostSettings, 'to'>): Transport =>
  to.kind === 'folder' ? fileTransport(to.folder) : smtpTransport(to);
