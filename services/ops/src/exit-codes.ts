/** What a script learns from a command. */
export const exitCodes = { well: 0, wrong: 1, usage: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
