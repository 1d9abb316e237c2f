export const serviceNames = ['hub', 'letters', 'cv', 'projector', 'website', 'ops'] as const;

/** The processes of Phoenix; each is one NATS caller, and (ops apart) one Postgres schema and role. */
export type ServiceName = (typeof serviceNames)[number];
