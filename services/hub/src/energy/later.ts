const dayMs = 86_400_000;

/** The instant so many days after another; negative days are before it. */
export function later(instant: string, days: number): string {
  return laterByMs(instant, days * dayMs);
}

export function laterByMs(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}
