/** Changes whenever the same words may get another result. */
export const LOCAL_ENGINE_VERSION = '1.0.0';

/** What every result of the local engine is labelled with. */
export const LOCAL_ENGINE = { engine: 'local', engineVersion: LOCAL_ENGINE_VERSION } as const;
