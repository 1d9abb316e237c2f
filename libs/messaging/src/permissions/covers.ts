/** True when every message that the second pattern matches is matched by the first one too. */
export function covers(wide: string, narrow: string): boolean {
  const wideTokens = wide.split('.');
  const narrowTokens = narrow.split('.');
  for (const [index, token] of wideTokens.entries()) {
    const other = narrowTokens[index];
    if (other === undefined) return false;
    if (token === '>') return true;
    if (other === '>') return false;
    if (token !== '*' && token !== other) return false;
  }
  return wideTokens.length === narrowTokens.length;
}
