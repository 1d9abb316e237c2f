interface Labelled {
  readonly label: { readonly fr: string; readonly en: string };
}

/** People read what they pay for in French or English. */
export function missingLabels(priced: Readonly<Record<string, Labelled>>): string[] {
  return Object.entries(priced).flatMap(([name, { label }]) =>
    (['fr', 'en'] as const)
      .filter((language) => !label[language]?.trim())
      .map((language) => `${name} has no label in ${language}.`),
  );
}
