import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSessionOver, mustEnrol, problemOf } from '../lib/problem.js';

/** What the router does when the server no longer knows who we are; set by the router, which is made after this. */
export const onProblem: { sessionOver: () => void; mustEnrol: () => void } = {
  sessionOver: () => undefined,
  mustEnrol: () => undefined,
};

function notice(error: unknown): void {
  const problem = problemOf(error);
  if (isSessionOver(problem)) onProblem.sessionOver();
  else if (mustEnrol(problem)) onProblem.mustEnrol();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Whether there is a line is told by asking: a page that waits for one in silence says nothing.
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (failures, error) => {
        const { status } = problemOf(error);
        return failures < 2 && (status === 0 || status === 503);
      },
    },
  },
});
