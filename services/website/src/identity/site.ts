/** The site as people reach it. */
export class Site {
  /** True unless the environment says development or test (R31). */
  readonly production: boolean;
  readonly url: URL | undefined;

  constructor(config: {
    readonly PHOENIX_ENV: string;
    readonly PHOENIX_SITE_URL?: string | undefined;
  }) {
    this.production = config.PHOENIX_ENV === 'production';
    this.url = config.PHOENIX_SITE_URL === undefined ? undefined : new URL(config.PHOENIX_SITE_URL);
  }

  /** Whether it is served over HTTPS: as its address says, else where it is production. */
  get https(): boolean {
    return this.url ? this.url.protocol === 'https:' : this.production;
  }
}
