import { AFTER_THE_FIRST_HALF_YEAR, CENTRAL_TEAM, type SeedArticle } from './article';

/** For whoever sits before an empty page. */
export const wordings: SeedArticle = {
  id: 'words-to-begin-from',
  kind: 'GUIDE',
  title: 'Words for an acknowledgement, an extension and an answer',
  summary: 'Letters to begin from. Change every word that does not fit.',
  owner: CENTRAL_TEAM,
  stream: null,
  review_due_on: AFTER_THE_FIRST_HALF_YEAR,
  body: `
What stands in [square brackets] is for you to fill in or to leave out.

## An acknowledgement

> Dear [name as they use it],
>
> Thank you for your complaint, which we received on [day]. I manage [service], and I will look into it.
>
> I understand that you are unhappy because:
>
> 1. [point, in their words]
> 2. [point, in their words]
>
> and that you would like us to [what they want]. Please tell me if I have this wrong, or if anything is missing.
>
> I will answer by [day]. If I need longer I will tell you before then, with the reason. If you need this in another form, an interpreter, or somebody to
> help you with your complaint, tell me or ring [number].

Adults: say instead "I would like to talk with you about how we look into this, and by when", and ring. Children and young people: name the advocate.

## An extension

> I said that I would answer by [day]. I am sorry that I cannot, because [the reason, which is ours to explain]. I will answer by [new day].
>
> If you are unhappy about this, you may contact [the ombudsman, with the address].

## An answer

> You complained that [in their words]. I have looked at [records, dates] and spoken with [post, not name].
>
> **1. [The point]**
>
> What happened: [in the order of its dates]. What should have happened: [the rule, in plain words]. [I uphold / partially uphold / do not uphold] this point, because [why].
>
> I am sorry that we [what exactly went wrong]. [Only where something did.]
>
> **What we will do**
>
> We have [done]. By [day], [post] will [do]. [What will keep it from happening again.]
>
> **If you are not satisfied**
>
> [How to go on, by when, and to whom: see the [checklist](/guidance/before-you-send-an-answer).]

## What not to write

- "I am sorry that you feel this way." It says that the fault is theirs.
- "Unfortunately, due to unprecedented demand." Say what happened.
- "I trust that this resolves the matter." That is for them to say.
- "I can find no record, so I do not uphold this." Say what you looked for, and decide on what there is.
`,
};
