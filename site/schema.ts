import { siteKeptData } from './kept-data';
import { KeepSessionsAndViews1767225600600 } from './migrations/1767225600600-keep-sessions-and-views';
import { KeepLateForms1767225600610 } from './migrations/1767225600610-keep-late-forms';
import { keptForm, savedView, session } from './tables';

/** What the site keeps in the database: who is signed in, the views that people keep, and forms that came too late. */
export const siteSchema = {
  name: 'site',
  tables: [session.entity, savedView.entity, keptForm.entity],
  keptData: siteKeptData,
  migrations: [KeepSessionsAndViews1767225600600, KeepLateForms1767225600610],
};
