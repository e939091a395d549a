import { Injectable } from '@nestjs/common';
import { Permission } from '../auth/permissions.js';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import type { Appointment } from './appointment.entity.js';
import { insideStates } from './appointment.values.js';
import { appointmentOfCompanion, clientOfAppointment } from './appointments.queries.js';

/** An appointment opened by somebody who may see it, with its case file. */
export interface OpenedAppointment {
  file: CaseFile;
  row: Appointment;
  /** Whether the whole case may be shown; to a companion only the day sheet's line. */
  seesCase: boolean;
}

/** The way to an appointment for those who see the case file and for those who come along. */
@Injectable()
export class AppointmentAccess {
  constructor(private readonly files: CaseFilesService) {}

  /** @throws Problem 404 unless one sees the case file, or comes along and it is not over for companions */
  open(work: Work, id: string): Promise<OpenedAppointment> {
    return this.found(work, id, false);
  }

  /**
   * {@link open}, kept from changing until this work ends, so that the taps of two phones come one after the other.
   * @throws Problem 409 when the case file is closed
   */
  async openForChange(work: Work, id: string): Promise<OpenedAppointment> {
    return openFile(await this.found(work, id, true));
  }

  /**
   * {@link openForChange} for somebody who is inside: their file may have been closed meanwhile, by mistake or because
   * nobody thought of it, and the alarm sounds all the same; so whoever comes along can say that they are out, or are
   * being seen to.
   */
  async openOnTheDay(work: Work, id: string): Promise<OpenedAppointment> {
    const opened = await this.found(work, id, true);
    return insideStates.has(opened.row.liveState) ? opened : openFile(opened);
  }

  private async found(work: Work, id: string, lock: boolean): Promise<OpenedAppointment> {
    const found = await appointmentOfCompanion(work, id, lock);
    const opened = found && (await clientOfAppointment(work, found.clientId));
    if (!opened) throw Problem.notFound('appointment');
    const { accompanies, ...row } = found;
    const { maySee, ...client } = opened;
    const sees = work.may(Permission.CaseRead) && maySee;
    if (!sees && !accompanies) throw Problem.notFound('appointment');
    return { file: await this.files.fileOf(work, client, sees), row, seesCase: sees };
  }
}

function openFile(opened: OpenedAppointment): OpenedAppointment {
  if (opened.file.client.status !== 'closed') return opened;
  throw Problem.conflict('client.closed', 'This case file is closed. Open it again before you add or change anything.');
}
