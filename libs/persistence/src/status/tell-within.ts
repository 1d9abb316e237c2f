const limitMs = 1_000;

/** What was found out within a second; null when it could not be. Readiness tells why. */
export async function tellWithin<T>(find: () => Promise<T>): Promise<T | null> {
  let limit: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((answer) => {
    limit = setTimeout(() => answer(null), limitMs);
  });
  try {
    return await Promise.race([find().catch(() => null), tooLate]);
  } finally {
    clearTimeout(limit);
  }
}
