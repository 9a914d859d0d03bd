import type { Asking, Gateway } from '../../gateway/gateway';
import { ReviewMeetingDocument, type ReviewMeetingQuery } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';

export type AskedMeeting = NonNullable<ReviewMeetingQuery['reviewMeeting']>;

/** One review meeting. Throws `NotFound` where there is none. */
export async function askMeeting(gateway: Gateway, asking: Asking, id: string): Promise<AskedMeeting> {
  const { reviewMeeting } = await gateway.ask(ReviewMeetingDocument, { id }, asking);
  if (reviewMeeting === null) throw new NotFound();
  return reviewMeeting;
}
