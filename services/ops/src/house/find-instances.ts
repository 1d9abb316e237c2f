import { discover, type ServiceInstance } from '#libs/messaging';
import type { House } from './with-house.js';

/** The instances that answer now; none when nobody listens at all. */
export async function findInstances({ connection }: House): Promise<ServiceInstance[]> {
  try {
    return await discover(connection);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no responders')) return [];
    throw error;
  }
}
