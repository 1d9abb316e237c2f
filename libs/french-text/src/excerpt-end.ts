/** The end of a short quotation of a long passage, in UTF-16 units; never inside a surrogate pair. */
export function excerptEnd(text: string, start: number, end: number, most = 60): number {
  if (end - start <= most) return end;
  const cut = start + most;
  const unit = text.charCodeAt(cut);
  return unit >= 0xdc00 && unit <= 0xdfff ? cut - 1 : cut;
}
