import { useMutation, useQueryClient } from '@tanstack/react-query';
import { appointmentsLive, type LiveTap } from '../../api/client.js';
import { problemOf } from '../../lib/problem.js';

/** A tap that was sent at once needs no time of its own; the server's clock is the better one. */
const atOnceMs = 10_000;

interface Tap {
  event: LiveTap['event'];
  tappedAt: number;
}

/**
 * Taps on the day. Where there is no signal a tap waits, says so (`waiting`), and carries the moment at which it was
 * made; taps of one appointment go out in their order. They wait in memory: a phone that is lost holds nothing.
 */
export function useLiveTap(appointmentId: string) {
  const client = useQueryClient();
  const mutation = useMutation({
    scope: { id: `live ${appointmentId}` },
    mutationFn: ({ event, tappedAt }: Tap) =>
      appointmentsLive(appointmentId, {
        event,
        ...(Date.now() - tappedAt > atOnceMs ? { at: new Date(tappedAt).toISOString() } : {}),
      }),
    retry: (_, error) => [0, 503].includes(problemOf(error).status),
    retryDelay: 4_000,
    onSettled: () => client.invalidateQueries({ queryKey: ['appointments'] }),
  });
  return {
    tap: (event: LiveTap['event']) => mutation.mutate({ event, tappedAt: Date.now() }),
    /** The tap that is on its way. */
    pending: mutation.isPending ? mutation.variables.event : undefined,
    /** It has not reached the server yet and will be sent again. */
    waiting: mutation.isPending && (mutation.isPaused || mutation.failureCount > 0),
    error: mutation.error,
  };
}
