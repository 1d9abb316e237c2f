export function percent(used: number, limit: number): string {
  return `${Math.floor((100 * used) / limit)} %`;
}

/** Bytes in the largest unit that leaves a figure of 1 or more. */
export function size(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  return `${(bytes / 1024 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]!}`;
}
