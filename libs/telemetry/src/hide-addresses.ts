const hidden = '[address]';

const addressForms = [
  // Where Node could not connect to or look up, as it says itself: "connect ECONNREFUSED ::1:5432".
  /(?<=\b(?:connect|getaddrinfo|queryA|queryAaaa) E[A-Z_]{3,20} )[^\s,()]*[^\s,().;]/g,
  /\b(?:nats|tls|wss?|https?|postgres(?:ql)?):\/\/[^\s,()"']*[^\s,().;"']/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g,
];

/** The text without network addresses, for readers who need not know where a service's neighbours are. */
export function hideAddresses(text: string): string {
  return addressForms.reduce((shown, form) => shown.replace(form, hidden), text);
}
