import { siteKeptData } from './kept-data';
import { KeepSessionsAndViews1767225600600 } from './migrations/1767225600600-keep-sessions-and-views';
import { KeepLateForms1767225600610 } from './migrations/1767225600610-keep-late-forms';
import { KeepPost1767225600710 } from './migrations/1767225600710-keep-post';
import { KeepDrafts1767225600720 } from './migrations/1767225600720-keep-drafts';
import { outgoingMail, postAddress, subscription } from './post/tables';
import { draft, keptForm, savedView, session } from './tables';

/**
 * What the site keeps in the database: who is signed in, views that people keep, forms that came too late, complaints
 * that are begun and not recorded, and mail.
 */
export const siteSchema = {
  name: 'site',
  tables: [
    session.entity,
    savedView.entity,
    keptForm.entity,
    draft.entity,
    postAddress.entity,
    subscription.entity,
    outgoingMail.entity,
  ],
  keptData: siteKeptData,
  migrations: [
    KeepSessionsAndViews1767225600600,
    KeepLateForms1767225600610,
    KeepPost1767225600710,
    KeepDrafts1767225600720,
  ],
};
