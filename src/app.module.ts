import { type DynamicModule, Module } from '@nestjs/common';
import { AppointmentsModule } from './appointments/appointments.module.js';
import { AccessModule } from './access/access.module.js';
import { ArrestsModule } from './arrests/arrests.module.js';
import { AuditSealingModule } from './audit/sealing.module.js';
import { AuthModule } from './auth/auth.module.js';
import { ChangesModule } from './changes/changes.module.js';
import { ClientsModule } from './clients/clients.module.js';
import { CustodyModule } from './custody/custody.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { FingerprintsModule } from './fingerprints/fingerprints.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { KeysModule } from './keys/keys.module.js';
import { LegalDemandsModule } from './legal-demands/legal-demands.module.js';
import { LettersModule } from './letters/letters.module.js';
import { PatternsModule } from './patterns/patterns.module.js';
import { PlacesModule } from './places/places.module.js';
import { PlatformModule, type Surroundings } from './platform/platform.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SummariesModule } from './summaries/summaries.module.js';
import { TimelineModule } from './timeline/timeline.module.js';
import { TodayModule } from './today/today.module.js';

/** The one place that lists every feature. */
@Module({})
export class AppModule {
  static in(surroundings: Surroundings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.in(surroundings),
        AuditSealingModule,
        AuthModule,
        PlacesModule,
        ClientsModule,
        ArrestsModule,
        FingerprintsModule,
        LettersModule,
        AppointmentsModule,
        CustodyModule,
        DocumentsModule,
        AccessModule,
        TimelineModule,
        TodayModule,
        IntakeModule,
        RemindersModule,
        SummariesModule,
        PatternsModule,
        RetentionModule,
        LegalDemandsModule,
        KeysModule,
        ChangesModule,
      ],
    };
  }
}
