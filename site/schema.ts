import { KeepSessionsAndViews1767225600600 } from './migrations/1767225600600-keep-sessions-and-views';
import { savedView, session } from './tables';

/** What the site keeps in the database: who is signed in, and the views that people keep. */
export const siteSchema = {
  name: 'site',
  tables: [session.entity, savedView.entity],
  migrations: [KeepSessionsAndViews1767225600600],
};
