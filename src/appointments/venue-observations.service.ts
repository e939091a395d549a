import { Injectable } from '@nestjs/common';
import { Permission } from '../auth/permissions.js';
import { PlacesService } from '../places/places.service.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import { dateIn } from '../platform/http/values.js';
import type { AccompanimentRole } from './appointment.values.js';
import { VenueObserved } from './venue-observed.js';
import { VenueObservation } from './venue-observation.entity.js';
import { observerRoles, type ObserverRole, type VenueObservationFields } from './venue-observation.fields.js';
import type {
  ChangeVenueObservation,
  CreateVenueObservation,
  VenueObservationAnswer,
  VenueObservationsQuery,
} from './venue-observations.dto.js';

/** In what capacity somebody tells of a waiting room after an appointment. */
interface Teller {
  appointmentId: string;
  isAttorney: boolean;
  /** The outcome was told before: the counts correct those of the first telling. */
  again: boolean;
}

/** What waiting rooms were like. Nothing in it is about a person, so that reads are not audited; writes are. */
@Injectable()
export class VenueObservationsService {
  constructor(private readonly places: PlacesService) {}

  async create(work: Work, input: CreateVenueObservation): Promise<VenueObservationAnswer> {
    await this.check(work, input, input);
    return answer(await this.insert(work, input));
  }

  async get(work: Work, id: string): Promise<VenueObservationAnswer> {
    return answer(await this.one(work, id));
  }

  /** Newest day first. */
  async list(work: Work, query: VenueObservationsQuery): Promise<Page<VenueObservationAnswer>> {
    const scope = scopeOf('venue-observations', query);
    const position = positionOf(scope, query.cursor);
    const parameters: unknown[] = [work.organizationId];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = ['v.organization_id = $1'];
    if (query.place) conditions.push(`v.place_id = ${bind(query.place)}`);
    if (query.from) conditions.push(`v.observed_on >= ${bind(query.from)}`);
    if (query.to) conditions.push(`v.observed_on <= ${bind(query.to)}`);
    const [counted] = query.count
      ? await work.sql<{ n: number }>(
          `SELECT count(*) AS n FROM venue_observations v WHERE ${conditions.join(' AND ')}`,
          [...parameters],
        )
      : [];
    if (position)
      conditions.push(`(v.observed_on, v.id) < (${bind(position.after)}::date, ${bind(position.id)}::uuid)`);
    const rows = await work.sql<VenueObservation>(
      `SELECT ${this.columns(work)} FROM venue_observations v WHERE ${conditions.join(' AND ')}
       ORDER BY v.observed_on DESC, v.id DESC LIMIT ${bind(query.limit + 1)}`,
      parameters,
    );
    return pageFrom(scope, rows, query.limit, (row) => row.observedOn, answer, counted?.n);
  }

  async change(
    work: Work,
    id: string,
    version: number,
    input: ChangeVenueObservation,
  ): Promise<VenueObservationAnswer> {
    const row = await this.mine(work, id);
    await this.check(work, { ...row, ...input }, input);
    return answer(await this.save(work, row, version, input));
  }

  async remove(work: Work, id: string): Promise<void> {
    await this.mine(work, id);
    await work.execute('DELETE FROM venue_observations WHERE organization_id = $1 AND id = $2', [
      work.organizationId,
      id,
    ]);
    work.audit({ event: 'venue_observation.deleted', subjectType: 'venue_observation', subjectId: id });
    await work.emit(new VenueObserved(id));
  }

  /**
   * What somebody saw who tells of an appointment's outcome. Nothing ties the observation to the appointment; a
   * correction finds it by day, place and teller.
   */
  async seen(work: Work, seen: VenueObservationFields, { appointmentId, isAttorney, again }: Teller): Promise<void> {
    const [earlier] = again
      ? await work.sql<VenueObservation>(
          `SELECT ${this.columns(work)} FROM venue_observations v
           WHERE v.organization_id = $1 AND v.place_id = $2 AND v.observed_on = $3 AND v.created_by = $4 ORDER BY v.id DESC LIMIT 1`,
          [work.organizationId, seen.placeId, seen.observedOn, work.actor.userId],
        )
      : [];
    if (earlier) {
      await this.save(work, earlier, earlier.version, seen);
      return;
    }
    const [companion] = await work.sql<{ role: AccompanimentRole | null }>(
      'SELECT role FROM accompaniments WHERE organization_id = $1 AND appointment_id = $2 AND user_id = $3',
      [work.organizationId, appointmentId, work.actor.userId],
    );
    const wasThere = companion !== undefined;
    const role = companion?.role ?? (isAttorney ? 'attorney' : null);
    await this.insert(work, {
      ...seen,
      observerRole: role && asObserver(role),
      source: wasThere ? 'own_observation' : null,
    });
  }

  private async insert(work: Work, input: VenueObservationFields): Promise<VenueObservation> {
    const [row] = await work.insert(VenueObservation, [{ ...input } as Partial<VenueObservation>]);
    work.audit({ event: 'venue_observation.created', subjectType: 'venue_observation', subjectId: row!.id });
    await work.emit(new VenueObserved(row!.id));
    return row!;
  }

  private async save(
    work: Work,
    row: VenueObservation,
    version: number,
    input: Partial<VenueObservationFields>,
  ): Promise<VenueObservation> {
    const after = await work.change(VenueObservation, 'venue_observation', row, version, {
      ...input,
    } as Partial<VenueObservation>);
    work.audit({
      event: 'venue_observation.changed',
      subjectType: 'venue_observation',
      subjectId: row.id,
      details: { fields: Object.keys(input) },
    });
    await work.emit(new VenueObserved(row.id));
    return after;
  }

  private async check(work: Work, next: VenueObservationFields, given: Partial<VenueObservationFields>): Promise<void> {
    if (given.placeId === undefined && given.observedOn === undefined) return;
    const place = await this.places.mustExist(work, 'placeId', next.placeId);
    if (next.observedOn > dateIn(place.zone, work.now)) {
      throw Problem.invalidField('observedOn', 'date.future', 'A waiting room cannot have been seen in the future.');
    }
  }

  private async one(work: Work, id: string): Promise<VenueObservation> {
    const [row] = await work.sql<VenueObservation>(
      `SELECT ${this.columns(work)} FROM venue_observations v WHERE v.organization_id = $1 AND v.id = $2`,
      [work.organizationId, id],
    );
    if (!row) throw Problem.notFound('venue_observation');
    return row;
  }

  /** Those who merely come along correct their own observations only. */
  private async mine(work: Work, id: string): Promise<VenueObservation> {
    const row = await this.one(work, id);
    if (row.createdBy !== work.actor.userId && !work.may(Permission.CaseWrite)) {
      throw Problem.forbidden(
        'venue_observation.not_yours',
        'Somebody else saw this. You can correct what you saw yourself.',
      );
    }
    return row;
  }

  private columns(work: Work): string {
    return columnsOf(work.manager.connection.getMetadata(VenueObservation), 'v');
  }
}

const asObserver = (role: AccompanimentRole): ObserverRole =>
  (observerRoles as readonly string[]).includes(role) ? (role as ObserverRole) : 'other';

const answer = ({ organizationId: _, ...row }: VenueObservation): VenueObservationAnswer => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
