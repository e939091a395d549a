import { queryOptions } from '@tanstack/react-query';
import { documentsOfClientList, packetsList } from '../../../api/client.js';
import { allPages } from '../../settings/queries.js';

export const documentsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'documents'],
    queryFn: () => allPages((page) => documentsOfClientList(clientId, page)),
  });

export const packetsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'packets'],
    queryFn: () => allPages((page) => packetsList(clientId, page)),
  });
