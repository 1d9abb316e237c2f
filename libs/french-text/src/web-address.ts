/** A URL, or a bare domain with its path; the punctuation that ends a sentence is not part of it. */
export const WEB_ADDRESS =
  /(?<![\p{L}\p{N}@._-])(?:(?:[a-z][a-z0-9+.-]{1,20}:\/\/|mailto:|tel:\+|urn:)[^\s<>"«»]{0,2000}|(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{1,5})?(?:[/?#][^\s<>"«»]{0,2000})?)(?<![.,;:!?)])/giu;
