/** The token of an `Authorization: Bearer …` value; undefined when there is none. */
export function bearerToken(value: string | undefined): string | undefined {
  const [scheme, token] = (value ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : undefined;
}
