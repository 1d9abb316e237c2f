/** « 0 point », « 1 point », « 2 points ». */
export function pointsFr(count: number): string {
  return `${count} point${count > 1 ? 's' : ''}`;
}

/** "0 points", "1 point", "2 points". */
export function pointsEn(count: number): string {
  return `${count} point${count === 1 ? '' : 's'}`;
}
