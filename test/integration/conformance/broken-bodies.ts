import type { Contract } from '#libs/contracts';
import type { z } from 'zod';

type Body = Record<string, unknown>;

/** What is no JSON object at all. */
export const notObjects: [string, string | Uint8Array][] = [
  ['an empty body', ''],
  ['{', '{'],
  ['[]', '[]'],
  ['"x"', '"x"'],
  ['null', 'null'],
  ['7', '7'],
  ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
];

const otherTypes: [string, unknown][] = [
  ['a list', []],
  ['an object', { a: 1 }],
  ['a huge number', 1e308],
  ['a fraction', 0.5],
  ['true', true],
  ['null', null],
  ['U+0000', 'a\u0000b'],
  ['a lone surrogate', 'a\ud800b'],
];

/** For each field: left out, and given each of the wrong values that the schema does not take. */
export function brokenVariants(contract: Contract, sample: Body): [string, Body][] {
  const variants: [string, Body][] = [];
  const add = (name: string, body: Body) => {
    if (!contract.request.safeParse(body).success) variants.push([name, body]);
  };
  for (const field of Object.keys(contract.request.shape as z.ZodRawShape)) {
    const { [field]: _left, ...without } = sample;
    add(`${field} left out`, without);
    for (const [name, value] of otherTypes)
      add(`${field} is ${name}`, { ...sample, [field]: value });
  }
  return variants;
}
