const notAttributeChar = /[^A-Za-z0-9!#$&+.^_`|~-]/gu;

/**
 * The header that makes a browser keep an answer as a file of this name (RFC 6266): in any alphabet by `filename*`
 * (RFC 8187), and in ASCII for clients that read no other.
 */
export function attachment(fileName: string): string {
  const encoded = fileName.replace(notAttributeChar, percentEncoded);
  return `attachment; filename="${inAscii(fileName)}"; filename*=UTF-8''${encoded}`;
}

function percentEncoded(sign: string): string {
  return [...Buffer.from(sign)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
    .join('');
}

/** Letters without their accents; what ASCII does not have, or would end the quotes, is an underscore. */
function inAscii(name: string): string {
  return name
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replace(/[’‘]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[–—]/g, '-')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["%\\]/gu, '_');
}
