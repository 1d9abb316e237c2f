/** A postcode of five digits (or a Belgian, Swiss or Luxembourg one with its letter) and a town; for folded lines. */
export const POSTCODE_TOWN =
  /(?<![a-z\d])(?:(?:f-)?(?:0[1-9]|[1-8]\d|9[0-8])\d{3}|(?:b|ch|l)-\d{4}),? [a-z][a-z' -]{1,40}/;
