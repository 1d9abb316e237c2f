/** A mail address as people write it; quoted local parts are not recognised. */
export const MAIL_ADDRESS =
  /(?<![\p{L}\p{N}._%+-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}/giu;
