import { Problem } from '../platform/http/problem.js';
import type { PurgeBlock } from './retention.dto.js';
import type { Standing } from './retention.queries.js';

/** What forbids to purge a file now; all of it. */
export function blocksOf({ status, legalHold, ahead, wordsAtProvider }: Standing): PurgeBlock[] {
  return [
    ...(status === 'closed' ? [] : (['open'] as const)),
    ...(legalHold ? (['legal_hold'] as const) : []),
    ...(ahead.length > 0 ? (['appointment_ahead'] as const) : []),
    ...(wordsAtProvider > 0 ? (['words_at_provider'] as const) : []),
  ];
}

/**
 * @param despiteAppointments whether people said that appointments ahead are to go as well
 * @throws Problem 409 saying what forbids to purge a file, and what to do about it
 */
export function mustBePurgeable(standing: Standing, despiteAppointments: boolean): void {
  const blocks = new Set(blocksOf(standing));
  if (blocks.has('legal_hold'))
    throw Problem.conflict(
      'client.legal_hold',
      'A legal hold forbids to purge this case file. A supervisor lifts it once nobody may ask for the file any more.',
    );
  if (blocks.has('open'))
    throw Problem.conflict('purge.not_closed', 'Only a closed case file is purged. Close it first.');
  if (blocks.has('appointment_ahead') && !despiteAppointments)
    throw Problem.conflict(
      'purge.appointment_ahead',
      'Appointments are still ahead, of which nobody would be reminded any more. Call them off or wait; or say despiteAppointments when you propose the purge.',
      { appointments: standing.ahead.map(({ id, startsAt }) => ({ id, startsAt: startsAt.toISOString() })) },
    );
  if (blocks.has('words_at_provider'))
    throw Problem.conflict(
      'purge.words_at_provider',
      'The provider of text messages still holds words of the last days and is being made to forget them. Try again tomorrow.',
      { messages: standing.wordsAtProvider },
    );
}
