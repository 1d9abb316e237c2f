import { z } from 'zod';
import { instant, points } from '../values.js';

/** Points of the named grants: taken, pinned or returned. */
export const portions = z.array(z.object({ grantId: z.uuid(), amount: points }));

/** The new grant of points that came back to expired ones; `null` where none did. */
export const regrant = z.object({ grantId: z.uuid(), amount: points, expiresAt: instant });
