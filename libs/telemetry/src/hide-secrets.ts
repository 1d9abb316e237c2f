import { hideSecretMembers } from './hide-secret-members.js';

const hidden = '[redacted]';

/** What gives itself away by its form, wherever in a text it stands. */
const secretForms: readonly [RegExp, string][] = [
  [/eyJ[\w-]{5,500}\.[\w-]{5,}(?:\.[\w-]*)?/g, hidden],
  [/(bearer)\s+[^\s"',\\]{8,}/gi, `$1 ${hidden}`],
  // Up to the last @: a password may itself hold @, / or an escaped quote.
  [/(postgres(?:ql)?:\/\/[^\s:/@"\\]{0,128}):(?:[^\s"\\]|\\[^nrt]){0,256}@/gi, `$1:${hidden}@`],
  [/((?:nats|tls|wss?|https?):\/\/)[^\s/@"\\,]+@/gi, `$1${hidden}@`],
  [/([?&](?:key|code|sig)=|(?:token|password|secret|api_?key)=)[^\s&"'\\]+/gi, `$1${hidden}`],
  [/((?<!\\)\\*"d\\*"\s*:\s*\\*")[\w-]{43,}/g, `$1${hidden}`],
  [/AIza[\w-]{30,}/g, hidden],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^"\\]|\\[nr])*/g, hidden],
];

/** Any line with a secret has one of these; most lines have none and are done here. */
const suspicious =
  /token|secret|pass|auth|cookie|key|code=|sig=|bearer|eyJ|AIza|:\/\/|"d\\*"|BEGIN /i;

/** The text without tokens, passwords and private keys; a line of JSON stays a line of JSON. */
export function hideSecrets(text: string): string {
  if (!suspicious.test(text)) return text;
  return secretForms.reduce(
    (shown, [form, instead]) => shown.replace(form, instead),
    hideSecretMembers(text, hidden),
  );
}
