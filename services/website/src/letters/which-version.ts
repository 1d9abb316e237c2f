import { z } from 'zod';
import { wholeNumber } from '../history/page.js';

/** Which of a letter's versions is asked for; without one, the newest. */
export const whichVersion = z.object({ version: wholeNumber.optional() });
