/**
 * True for a reply subject that may be answered: an inbox. Answering elsewhere would publish in our name, with our
 * rights: an event, a request, or an order to the server.
 */
export function isInbox(replySubject: string | undefined): boolean {
  return replySubject?.startsWith('_INBOX.') === true;
}
