/** Something that is kept outside the database. Each text is a part of a sentence without its full stop. */
export interface KeptFile {
  readonly where: string;
  readonly holds: string;
  readonly about: string;
  readonly keptFor: string;
  readonly erasedBy: string;
}

const NOBODY = 'Nobody';

/** All that the product writes outside the database, and what comes in by a folder. */
export const KEPT_FILES: readonly KeptFile[] = [
  {
    where: '`spool/` in `DATA_DIR`, or `IMPORT_SPOOL_FOLDER`',
    holds: 'files that were sent to be imported, whole, readable to the product’s own user alone',
    about: 'Everybody in the file',
    keptFor:
      'Until its import has ended; after a dry run or a failure for `IMPORT_KEPT_HOURS`, a day unless it is set otherwise',
    erasedBy: 'The product, which looks after the folder while it runs',
  },
  {
    where: '`documents/` in `DATA_DIR`, or `DOCUMENTS_DIR`',
    holds: 'the documents of complaints that are worked on here, readable to the product’s own user alone',
    about: 'Who complained, for whom, and whoever is named in a document',
    keptFor: 'As long as the complaint’s people are kept',
    erasedBy:
      'The product, within minutes of whatever takes the people of the complaint out; a backup of the folder goes by the same rules as one of the database',
  },
  {
    where: 'The watched folder, where there is one',
    holds: 'extracts that other systems leave there, and what became of them',
    about: 'Everybody in the file',
    keptFor: 'As long as the council leaves them there: the product moves files and deletes none',
    erasedBy:
      'Whoever keeps the folder; a period for `loaded/` and `refused/` belongs to the council’s schedule',
  },
  {
    where: '`postgres/` in `DATA_DIR`, and its backups',
    holds: 'the database',
    about: 'All that the tables above say',
    keptFor: 'As the tables say; a backup as long as the council keeps it',
    erasedBy:
      'As the tables say; a backup that is restored brings back what was erased since, so erase it again',
  },
  {
    where: '`post/` in `DATA_DIR`, or the folder that `SMTP_URL` names by `file:`',
    holds:
      'mails with figures, each with the address that it is to, readable to the product’s own user alone',
    about: 'Staff who get figures by mail',
    keptFor: 'As long as whoever runs the product leaves them there',
    erasedBy: 'Whoever runs the product',
  },
  {
    where: 'The log (standard error)',
    holds:
      'requests by id, path without its question, role and status; errors without the data that they quote',
    about: NOBODY,
    keptFor: 'As long as whoever runs the product keeps it',
    erasedBy: 'Whoever runs the product',
  },
  {
    where: 'Keys and `embedded-postgres.json` in `DATA_DIR`',
    holds: 'keys that sign, and passwords of the database',
    about: NOBODY,
    keptFor: 'As long as the product is run',
    erasedBy: 'Whoever runs the product',
  },
  {
    where: '`audit-heads.jsonl` in `DATA_DIR`, or `AUDIT_HEADS_FILE` and `AUDIT_HEADS_URL`',
    holds: 'hashes and counts of the audit log',
    about: NOBODY,
    keptFor: 'For good',
    erasedBy: 'Nothing: it shows that no entry was removed',
  },
];
