/** RFC 9068. A token of another type is never taken for an access token, though the same key signed it. */
export const accessTokenType = 'at+jwt';

/** The one-time code of a sign-in link. */
export const signInCodeType = 'sign-in+jwt';
