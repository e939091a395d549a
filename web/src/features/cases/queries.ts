import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  arrestsOfClientList,
  clientAppointmentsList,
  clientsGet,
  clientsList,
  custodyEventsOfClientList,
  fingerprintEventsOfClientList,
  lettersOfClientList,
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
      const records = {
        arrests: arrests.items,
        prints: prints.items,
        letters: letters.items,
        appointments: appointments.items,
        custody: custody.items,
      };
      return records as Records;
    },
  });
