import { ApiProperty } from '@nestjs/swagger';
import { AppointmentAnswer } from '../appointments/appointments.dto.js';
import { ArrestAnswer } from '../arrests/arrests.dto.js';
import { CaseFileAnswer } from '../clients/clients.dto.js';
import { CustodyEventAnswer } from '../custody/custody.dto.js';
import { FingerprintEventAnswer } from '../fingerprints/fingerprints.dto.js';
import { LetterAnswer } from '../letters/letters.dto.js';
import { type Page, pageOf } from '../platform/http/paging.js';

/** A case file with the first hundred of each kind of its dated records. */
export class WholeFileAnswer {
  @ApiProperty({ type: CaseFileAnswer }) client!: CaseFileAnswer;
  @ApiProperty({ type: pageOf(ArrestAnswer) }) arrests!: Page<ArrestAnswer>;
  @ApiProperty({ type: pageOf(FingerprintEventAnswer) }) fingerprintEvents!: Page<FingerprintEventAnswer>;
  @ApiProperty({ type: pageOf(LetterAnswer) }) letters!: Page<LetterAnswer>;
  @ApiProperty({ type: pageOf(AppointmentAnswer) }) appointments!: Page<AppointmentAnswer>;
  @ApiProperty({ type: pageOf(CustodyEventAnswer) }) custodyEvents!: Page<CustodyEventAnswer>;
}
