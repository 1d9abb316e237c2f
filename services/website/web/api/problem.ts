/** What the edge says when it cannot do what it was asked (RFC 9457); words in both languages. */
export interface Problem {
  readonly code: string;
  /** 0 when no answer came at all. */
  readonly status: number;
  readonly detail: string;
  readonly detail_en: string;
  readonly next_step: { readonly fr: string; readonly en: string };
  readonly correlation_id?: string;
}

/** No answer came: whether anything happened is not known. */
export const noAnswer: Problem = {
  code: 'NO_ANSWER',
  status: 0,
  detail: 'Phoenix ne répond pas pour le moment.',
  detail_en: 'Phoenix does not answer at the moment.',
  next_step: {
    fr: 'Vérifiez votre connexion à Internet.',
    en: 'Check your connection to the Internet.',
  },
};

/** True when asking again may help, and nobody knows whether the first time did. */
export function isUnsettled({ status }: Problem): boolean {
  return status === 0 || status >= 500;
}
