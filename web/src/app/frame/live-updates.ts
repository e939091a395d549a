import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What is fetched anew when the server says that it may have changed. Open case files are not: each look is noted. */
const shown: Record<string, QueryKey[]> = {
  appointments: [['appointments']],
  cases: [['clients', 'list']],
  reminders: [['reminders']],
  notices: [['notices']],
  oversight: [['openings'], ['access-reviews']],
  patterns: [['patterns']],
};

function refresh(client: QueryClient, topics: string[]): void {
  for (const topic of topics.length > 0 ? topics : Object.keys(shown))
    for (const queryKey of shown[topic] ?? []) void client.invalidateQueries({ queryKey });
}

/** Lets what others do appear on the page, while it is looked at. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    // The page itself was asked for when its clock stood at nothing.
    let followedUntil = 0;
    const follow = () => {
      const isSeen = document.visibilityState === 'visible';
      if (isSeen === (source !== undefined)) return;
      source?.close();
      if (source) followedUntil = performance.now();
      const unknown = Math.min(Math.ceil((performance.now() - followedUntil) / 1000), 86_400);
      source = isSeen ? new EventSource(`/api/changes?within=${unknown}`) : undefined;
      if (!source) return;
      source.onmessage = ({ data }) => refresh(client, JSON.parse(data as string) as string[]);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [client]);
}
