import { breakGlassList } from '../../api/client.js';
import { pagesOf } from '../../lib/pages.js';

/** Who opened which restricted case in an emergency, the newest first. */
export const openingsQuery = (all: boolean) =>
  pagesOf(['openings', all], (page) => breakGlassList({ ...page, ...(all ? {} : { reviewed: false }) }));
