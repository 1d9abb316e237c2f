import url from './mark.svg';

export function Mark({ large = false }: { readonly large?: boolean }) {
  const side = large ? 72 : 32;
  return <img src={url} alt="" width={side} height={side} />;
}
