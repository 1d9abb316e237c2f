/** RFC 9068. A token of another type is never taken for an access token, though the same key signed it. */
export const accessTokenType = 'at+jwt';
