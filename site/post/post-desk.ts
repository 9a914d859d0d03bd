import type { Clock } from '../../platform/config/clock';
import type { DataSource } from '../../platform/transaction/transaction';
import { type Addresses, createAddresses } from './addresses';
import { createPostLinks, type PostLinks } from './links';
import { createOwnMails, type OwnMails } from './own-mails';
import type { PostOffice } from './post-office';
import { createSubscriptions, type Subscriptions } from './subscriptions';

/** All that pages about mail are made with. */
export interface PostDesk {
  /** Null where the settings name no way for mail. */
  readonly office: PostOffice | null;
  readonly links: PostLinks;
  readonly addresses: Addresses;
  readonly subscriptions: Subscriptions;
  readonly mails: OwnMails;
}

/** What people have of mail, in the site's own schema. */
export function createPostDesk(options: {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly secret: string | Buffer;
  readonly office: PostOffice | null;
}): PostDesk {
  const links = createPostLinks(options);
  return {
    ...{ office: options.office, links },
    addresses: createAddresses({ ...options, links }),
    subscriptions: createSubscriptions(options),
    mails: createOwnMails(options),
  };
}
