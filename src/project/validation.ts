import { z } from 'zod';

// The page's policy refuses code that is made from text; Zod would try, and the console of Firefox names each refusal.
z.config({ jitless: true });

export { z };
