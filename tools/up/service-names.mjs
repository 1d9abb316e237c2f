/** The services that run all the time; `ops` is a command. */
export const serviceNames = /** @type {const} */ (['projector', 'hub', 'letters', 'cv', 'website']);

/** Who has a credential for NATS. */
export const credentialNames = [...serviceNames, 'ops'];
