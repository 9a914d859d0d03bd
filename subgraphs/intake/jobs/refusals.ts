import type { Refused } from '../../../platform/server/refusal';

const refused = <Type extends string>(type: Type, code: string, message: string): Refused<Type> => ({
  __typename: type,
  code,
  message,
});

export const jobNotFound = refused(
  'JobNotFound',
  'JOB_NOT_FOUND',
  'There is no long work with this id. Take one that `jobs` lists.',
);

export const uploadUnusable = refused(
  'UploadUnusable',
  'UPLOAD_UNUSABLE',
  'What is to be imported is none: the door `POST /imports/SOURCE` takes the file and adds the import itself.',
);

export const fileGone = refused(
  'FileGone',
  'FILE_GONE',
  'The file is not kept, or not any more. Send it again.',
);

export const jobEnded = refused('JobEnded', 'JOB_ENDED', 'It has ended, so there is nothing to cancel.');

export const tooLateToCancel = refused(
  'TooLateToCancel',
  'TOO_LATE_TO_CANCEL',
  'It is recording what it read, and goes on to its end so that nothing is half done. Wait until it has ended, and undo it then.',
);

export const tooLateToKeep = refused(
  'TooLateToCancel',
  'TOO_LATE_TO_CANCEL',
  'What the import brought is being removed, and that goes on to its end so that nothing is half done. Load the file again once it has ended.',
);

export const workUnderWay = refused(
  'WorkUnderWay',
  'WORK_UNDER_WAY',
  'One is waiting or under way, and does the same. Follow that, or cancel it first.',
);
