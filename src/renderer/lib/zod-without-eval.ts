import { z } from 'zod';

/** zod's compiled validators would need eval, which the page's policy forbids. */
z.config({ jitless: true });
