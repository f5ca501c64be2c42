import { z } from 'zod';

/** The published values of the tests come with schemas, whose compiler the page's policy refuses. The window has none. */
z.config({ jitless: true });
