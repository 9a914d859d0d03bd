// What is done about the faults that rows of several systems can have, in words for the complaints team.

export const RAGGED_ACTIONS = {
  ROW_TOO_SHORT: 'Quarantined: the row has fewer cells than the header, so none of them can be trusted.',
  ROW_TOO_LONG: 'Quarantined: the row has more cells than the header, so none of them can be trusted.',
} as const;

export const RECEIVED_ACTIONS = {
  RECEIVED_UNREADABLE:
    'Quarantined: the day it was received cannot be read, or cannot be meant (it is before 1990), and is not guessed.',
  RECEIVED_IN_FUTURE: 'Quarantined: the day it was received has not come yet.',
} as const;

export const ACKNOWLEDGED_ACTIONS = {
  ACKNOWLEDGED_UNREADABLE: 'The day of the acknowledgement was not used.',
  ACKNOWLEDGED_BEFORE_RECEIVED: 'The day of the acknowledgement was not used.',
  ACKNOWLEDGED_IN_FUTURE: 'The day of the acknowledgement was not used: it has not come yet.',
} as const;

export const ANSWER_ACTIONS = {
  ANSWER_UNREADABLE: 'Counted as received, but in no figure of answers or timeliness.',
  ANSWER_BEFORE_RECEIVED: 'Counted as received, but in no figure of answers or timeliness.',
  ANSWER_IN_FUTURE: 'Taken as not answered yet, and so as open: the day has not come.',
} as const;

export const NAME_ACTIONS = {
  UNKNOWN_SERVICE: 'Kept as written; counted as "Not recorded" until the name is mapped.',
  UNKNOWN_CHANNEL: 'Kept as written; counted as "Not recorded" until the name is mapped.',
} as const;

export const LAST_UPDATED_ACTIONS = {
  LAST_UPDATED_UNREADABLE:
    'Taken as not recorded: among copies of this record, any with a readable moment holds, else the later line.',
  LAST_UPDATED_IN_FUTURE:
    'Taken as not recorded, since it has not come yet: among copies of this record, any with a readable moment holds, else the later line.',
} as const;
