import { v7 as uuidv7 } from 'uuid';

let lastMs = -1;
let sequence = 0;

/**
 * A UUIDv7 (RFC 9562) of an instant. Ids that one process makes for the same millisecond keep the order in which they
 * were made, so that lists sorted by id show what was written in the order of writing.
 */
export function newId(at: Date): string {
  const msecs = at.getTime();
  sequence = msecs === lastMs ? sequence + 1 : 0;
  lastMs = msecs;
  return uuidv7({ msecs, seq: sequence });
}
