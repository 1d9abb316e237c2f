/** Header names of streamed replies, beside those of every request and reply. */
export const streamHeader = {
  /** Of a request: the part that is asked for, all before it have come. Of an answer: the part that it is. */
  part: 'Phoenix-Part',
  /** Of an answer: the id of the work, a token of the subject on which it is asked for more. */
  run: 'Phoenix-Run',
  /** `true` on the last answer, which is the reply or the error that the work ended with. */
  end: 'Phoenix-End',
  /** `true` on the request that cancels the work. */
  cancel: 'Phoenix-Cancel',
} as const;
