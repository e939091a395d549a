import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  arrestsOfClientList,
  clientAppointmentsList,
  clientsGet,
  clientsList,
  custodyEventsOfClientList,
  fingerprintEventsOfClientList,
  lettersOfClientList,
  timelineFileOf,
  type WholeFileAnswer,
} from '../../api/client.js';
import type { Records } from './facts.js';

export interface CaseFilters {
  status?: 'open' | 'closed';
  county?: string;
  attorney?: string;
  upcoming?: boolean;
}

export const casesQuery = ({ status = 'open', county, attorney, upcoming }: CaseFilters) =>
  infiniteQueryOptions({
    queryKey: ['clients', 'list', status, county, attorney, upcoming],
    queryFn: ({ pageParam }) =>
      clientsList({
        status,
        limit: 50,
        ...(county ? { county } : {}),
        ...(attorney ? { assignedAttorneyId: attorney } : {}),
        ...(upcoming ? { hasUpcomingAppointment: true } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const caseQuery = (clientId: string) =>
  queryOptions({ queryKey: ['clients', clientId], queryFn: () => clientsGet(clientId) });

/** Every dated record of a case file. A hundred of a kind are more than one person has. */
export const recordsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'records'],
    queryFn: async () => {
      const page = { limit: 100 };
      const [arrests, prints, letters, appointments, custody] = await Promise.all([
        arrestsOfClientList(clientId, page),
        fingerprintEventsOfClientList(clientId, page),
        lettersOfClientList(clientId, page),
        clientAppointmentsList(clientId, page),
        custodyEventsOfClientList(clientId, page),
      ]);
      return recordsIn({ arrests, fingerprintEvents: prints, letters, appointments, custodyEvents: custody });
    },
  });

const recordsIn = (file: Omit<WholeFileAnswer, 'client'>) =>
  ({
    arrests: file.arrests.items,
    prints: file.fingerprintEvents.items,
    letters: file.letters.items,
    appointments: file.appointments.items,
    custody: file.custodyEvents.items,
  }) as Records;

/** Asks for a case file and its records in one question, unless it is known. What fails says so on the page. */
export async function fetchCase(client: QueryClient, clientId: string): Promise<void> {
  const whole = async () => {
    const answer = await timelineFileOf(clientId);
    client.setQueryData(recordsQuery(clientId).queryKey, recordsIn(answer));
    return answer.client;
  };
  await client.ensureQueryData({ ...caseQuery(clientId), queryFn: whole }).catch(() => undefined);
}
