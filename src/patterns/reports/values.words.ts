import type {
  appointmentKinds,
  appointmentOutcomes,
  attorneyAdmissions,
} from '../../appointments/appointment.values.js';
import type { arrestAgencies, arrestProcesses, chargeLevels, chargeCategories } from '../../arrests/arrest.fields.js';
import type {
  ageBands,
  convictionStates,
  priorRemovalOrders,
  proceedingStates,
  representations,
} from '../../clients/client.values.js';
import type { fingerprintReasons, hitTypes, pathNodes } from '../../fingerprints/fingerprint-event.fields.js';
import type {
  demandedDocuments,
  evidenceGrades,
  letterForms,
  letterSequences,
  officialTitles,
} from '../../letters/letter.values.js';
import type { reminderChannels, reminderKinds } from '../../reminders/reminder.values.js';

/** What a value is called in English and in Spanish. */
export type Called = readonly [english: string, spanish: string];

/** Words for every value of a closed list; none can be left out. */
type WordsFor<T extends readonly string[]> = Readonly<Record<T[number], Called>>;

export const notKnown: Called = ['Not known', 'No se sabe'];
/** Somebody asked, and it is not known. */
export const noted: Called = ['Noted as unknown', 'Anotado como desconocido'];
export const yes: Called = ['Yes', 'Sí'];
export const no: Called = ['No', 'No'];

/** By their number in ISO 8601. */
export const weekdayWords: Readonly<Record<string, Called>> = {
  1: ['Monday', 'Lunes'],
  2: ['Tuesday', 'Martes'],
  3: ['Wednesday', 'Miércoles'],
  4: ['Thursday', 'Jueves'],
  5: ['Friday', 'Viernes'],
  6: ['Saturday', 'Sábado'],
  7: ['Sunday', 'Domingo'],
};

export const ageBandWords: WordsFor<typeof ageBands> = {
  minor: ['Under 18', 'Menos de 18'],
  '18_24': ['18–24', '18–24'],
  '25_34': ['25–34', '25–34'],
  '35_44': ['35–44', '35–44'],
  '45_54': ['45–54', '45–54'],
  '55_plus': ['55 or older', '55 o más'],
  unknown: noted,
};

export const proceedingsWords: WordsFor<typeof proceedingStates> = {
  not_in_proceedings: ['Not in proceedings', 'Sin procedimiento'],
  in_proceedings: ['In removal proceedings', 'En procedimiento de deportación'],
  withholding_only: ['Withholding-only', 'Solo retención de la deportación'],
  expedited_removal: ['Expedited removal', 'Deportación acelerada'],
  appeal_pending: ['Appeal pending', 'Apelación pendiente'],
  final_order: ['Final order of removal', 'Orden final de deportación'],
  closed_or_terminated: ['Closed or terminated', 'Cerrado o terminado'],
  unknown: noted,
  withheld: ['Withheld', 'No se anota'],
};

export const priorRemovalOrderWords: WordsFor<typeof priorRemovalOrders> = {
  none: ['None', 'Ninguna'],
  outstanding: ['Outstanding', 'Vigente'],
  in_absentia: ['In absentia', 'En ausencia'],
  executed: ['Carried out', 'Ejecutada'],
  reinstated: ['Reinstated', 'Reinstaurada'],
  unknown: noted,
  withheld: ['Withheld', 'No se anota'],
};

export const convictionsWords: WordsFor<typeof convictionStates> = {
  none: ['None', 'Ninguna'],
  violation: ['Violation', 'Infracción'],
  misdemeanor: ['Misdemeanor', 'Delito menor'],
  felony: ['Felony', 'Delito grave'],
  qualifying_170: ['Felony on the city’s list of about 170', 'Delito grave de la lista de unos 170 de la ciudad'],
  unknown: noted,
  withheld: ['Withheld', 'No se anota'],
};

export const representationWords: WordsFor<typeof representations> = {
  unrepresented: ['Without a lawyer', 'Sin abogado'],
  limited: ['Limited', 'Limitada'],
  full: ['Full', 'Completa'],
  referred: ['Referred', 'Referida'],
  co_counsel: ['Co-counsel', 'Compartida'],
};

export const counselWords: WordsFor<typeof attorneyAdmissions> = {
  yes: ['Yes', 'Sí'],
  refused: ['Refused', 'Se negaron'],
  partly: ['Partly', 'En parte'],
  not_requested: ['Not asked', 'No se pidió'],
};

export const outcomeWords: WordsFor<typeof appointmentOutcomes> = {
  released_no_conditions: ['Let go, no conditions', 'Salió sin condiciones'],
  rescheduled: ['New date given', 'Nueva fecha'],
  placed_osup: ['Order of supervision', 'Orden de supervisión'],
  placed_isap_ankle: ['Ankle monitor', 'Grillete de tobillo'],
  placed_isap_wrist: ['Wrist monitor', 'Monitor de muñeca'],
  placed_isap_app: ['Phone app check-ins', 'Presentación por aplicación'],
  placed_isap_phone: ['Phone check-ins', 'Presentación por teléfono'],
  nta_issued_released: ['Notice to appear, let go', 'Aviso de comparecencia, salió'],
  detained: ['Detained', 'Detenido'],
  turned_away: ['Turned away', 'No lo recibieron'],
  did_not_attend_advised: ['Did not go, on advice', 'No fue, por consejo'],
  did_not_attend_other: ['Did not go', 'No fue'],
  transferred_other_agency: ['Handed to another agency', 'Entregado a otra agencia'],
  removed_same_day: ['Removed the same day', 'Deportado el mismo día'],
  unknown: noted,
};

export const appointmentKindWords: WordsFor<typeof appointmentKinds> = {
  call_in_letter: ['Call-in letter', 'Carta de citación'],
  ice_check_in: ['Check-in', 'Presentación'],
  high_risk_ice_check_in: ['High-risk check-in', 'Presentación de alto riesgo'],
  osup_check_in: ['Supervision check-in', 'Presentación de supervisión'],
  isap_visit: ['ISAP visit', 'Visita de ISAP'],
  stay_or_deferred_action_request: ['Stay or deferred action request', 'Solicitud de suspensión'],
  uscis_biometrics: ['USCIS biometrics', 'Biométricos de USCIS'],
  uscis_interview: ['USCIS interview', 'Entrevista de USCIS'],
  asylum_interview: ['Asylum interview', 'Entrevista de asilo'],
  master_calendar: ['Master calendar hearing', 'Audiencia preliminar'],
  individual_hearing: ['Individual hearing', 'Audiencia individual'],
  bond_hearing: ['Bond hearing', 'Audiencia de fianza'],
  criminal_court: ['Criminal court', 'Corte penal'],
  family_court: ['Family court', 'Corte de familia'],
  other: ['Other', 'Otro'],
};

export const officialTitleWords: WordsFor<typeof officialTitles> = {
  supervisory_deportation_officer: ['Supervisory deportation officer', 'Supervisor de deportación'],
  deportation_officer: ['Deportation officer', 'Oficial de deportación'],
  assistant_field_office_director: ['Assistant field office director', 'Subdirector de la oficina'],
  field_office_director: ['Field office director', 'Director de la oficina'],
  special_agent: ['Special agent', 'Agente especial'],
  other: ['Other', 'Otro'],
  none: ['None', 'Ninguno'],
};

export const formWords: WordsFor<typeof letterForms> = {
  g_56: ['Call-in letter (G-56)', 'Carta de citación (G-56)'],
  unnumbered_call_in: ['Call-in letter, no form number', 'Carta de citación sin número'],
  i_220b_reporting: ['Reporting notice (I-220B)', 'Aviso de presentarse (I-220B)'],
  isap_notice: ['Supervision notice (ISAP)', 'Aviso de supervisión (ISAP)'],
  i_200: ['Warrant of arrest (I-200)', 'Orden de arresto (I-200)'],
  i_205: ['Warrant of removal (I-205)', 'Orden de deportación (I-205)'],
  i_166: ['Notice to surrender (I-166)', 'Aviso de entregarse (I-166)'],
  i_340: ['Notice to the bond’s obligor (I-340)', 'Aviso al fiador (I-340)'],
  i_247a: ['Detainer (I-247A)', 'Orden de retención (I-247A)'],
  nta_i_862: ['Notice to appear (I-862)', 'Aviso de comparecencia (I-862)'],
  hearing_notice: ['Hearing notice', 'Aviso de audiencia'],
  uscis_notice: ['USCIS notice', 'Aviso de USCIS'],
  subpoena: ['Subpoena', 'Citación judicial'],
  other: ['Other', 'Otro'],
  unknown: noted,
};

export const sequenceWords: WordsFor<typeof letterSequences> = {
  first: ['First', 'La primera'],
  second: ['Second', 'La segunda'],
  later: ['Later', 'Posterior'],
  unknown: noted,
};

export const evidenceGradeWords: WordsFor<typeof evidenceGrades> = {
  seen_original: ['Seen original', 'Original visto'],
  seen_copy: ['Seen copy', 'Copia vista'],
  attorney_attested: ['Attorney attested', 'Atestada por abogado'],
  client_report: ['Client report', 'Dicho por el cliente'],
  hearsay: ['Hearsay', 'De oídas'],
};

export const documentWords: WordsFor<typeof demandedDocuments> = {
  immigration_documents: ['Immigration documents', 'Documentos migratorios'],
  valid_passport: ['Valid passport', 'Pasaporte vigente'],
  this_letter: ['This letter', 'Esta carta'],
  photo_id: ['Photo ID', 'Identificación con foto'],
  travel_document: ['Travel document', 'Documento de viaje'],
  address_proof: ['Proof of address', 'Prueba de domicilio'],
  birth_certificate: ['Birth certificate', 'Acta de nacimiento'],
  work_permit: ['Work permit', 'Permiso de trabajo'],
  court_papers: ['Court papers', 'Papeles de la corte'],
  children: ['Children', 'Los hijos'],
  other: ['Other', 'Otro'],
};

export const agencyWords: WordsFor<typeof arrestAgencies> = {
  nypd: ['NYPD', 'NYPD'],
  mta_police: ['MTA police', 'Policía del MTA'],
  port_authority_police: ['Port Authority police', 'Policía de Port Authority'],
  state_police: ['State police', 'Policía estatal'],
  sheriff: ['Sheriff', 'Sheriff'],
  court_officers: ['Court officers', 'Oficiales de la corte'],
  federal: ['Federal officers', 'Oficiales federales'],
  other: ['Other', 'Otro'],
  unknown: noted,
};

export const processWords: WordsFor<typeof arrestProcesses> = {
  summary_arrest: ['Arrest', 'Arresto'],
  desk_appearance_ticket: ['Desk appearance ticket', 'Citatorio (DAT)'],
  criminal_summons: ['Criminal summons', 'Citación penal'],
  civil_summons: ['Civil summons', 'Citación civil'],
  warrant: ['Warrant', 'Orden judicial'],
  other: ['Other', 'Otro'],
  unknown: noted,
};

export const chargeLevelWords: WordsFor<typeof chargeLevels> = {
  traffic_infraction: ['Traffic infraction', 'Infracción de tránsito'],
  violation: ['Violation', 'Infracción'],
  misdemeanor_unclassified: ['Unclassified misdemeanor', 'Delito menor sin clase'],
  misdemeanor_b: ['B misdemeanor', 'Delito menor B'],
  misdemeanor_a: ['A misdemeanor', 'Delito menor A'],
  felony_e: ['E felony', 'Delito grave E'],
  felony_d: ['D felony', 'Delito grave D'],
  felony_c: ['C felony', 'Delito grave C'],
  felony_b: ['B felony', 'Delito grave B'],
  felony_a: ['A felony', 'Delito grave A'],
  unknown: noted,
};

export const chargeCategoryWords: WordsFor<typeof chargeCategories> = {
  drug_or_marijuana: ['Drugs or marijuana', 'Drogas o marihuana'],
  theft: ['Theft', 'Robo'],
  assault: ['Assault', 'Agresión'],
  trespass: ['Trespass', 'Entrada sin permiso'],
  fare_evasion: ['Fare evasion', 'Evasión de pasaje'],
  traffic: ['Traffic', 'Tránsito'],
  domestic: ['Domestic', 'Doméstico'],
  weapon: ['Weapon', 'Arma'],
  fraud: ['Fraud', 'Fraude'],
  public_order: ['Public order', 'Orden público'],
  other: ['Other', 'Otro'],
};

export const printReasonWords: WordsFor<typeof fingerprintReasons> = {
  arrest: ['Arrest', 'Arresto'],
  jail_admission: ['Admission to jail', 'Ingreso a la cárcel'],
  criminal_inquiry: ['Criminal inquiry', 'Investigación penal'],
  juvenile: ['Juvenile', 'Menor'],
  release: ['Release', 'Salida'],
  probation_parole: ['Probation or parole', 'Libertad condicional'],
  registry: ['Registry', 'Registro'],
  civil_inquiry: ['Civil reason', 'Motivo civil'],
  immigration_biometrics: ['Immigration filing', 'Trámite migratorio'],
  border_or_entry: ['Border or entry', 'Frontera o entrada'],
  unknown: noted,
};

export const hitTypeWords: WordsFor<typeof hitTypes> = {
  prior_deportation_flag: ['Flag of an earlier deportation', 'Aviso de deportación anterior'],
  ident_match: ['Match in IDENT', 'Coincidencia en IDENT'],
  foreign_birth_no_match: ['Foreign birth, no match', 'Nacimiento extranjero, sin coincidencia'],
  direct_ice_query: ['Direct query by ICE', 'Consulta directa de ICE'],
  none_known: ['None known', 'Ninguna conocida'],
  unknown: noted,
};

export const pathNodeWords: WordsFor<typeof pathNodes> = {
  nypd: ['NYPD', 'NYPD'],
  other_agency: ['Other agency', 'Otra agencia'],
  court: ['Court', 'Corte'],
  dcjs: ['DCJS (state)', 'DCJS (estado)'],
  fbi_ngi: ['FBI', 'FBI'],
  dhs_ident: ['DHS IDENT', 'DHS IDENT'],
  ice_lesc: ['ICE LESC', 'ICE LESC'],
  ice_fugitive_operations: ['ICE Fugitive Operations', 'ICE Fugitive Operations'],
  ero_field_office: ['ERO field office', 'Oficina de ERO'],
};

export const reminderKindWords: WordsFor<typeof reminderKinds> = {
  ice_appointment: ['Appointment', 'Cita'],
  court_date: ['Court date', 'Fecha de corte'],
  filing_deadline: ['Filing deadline', 'Plazo para presentar'],
  fingerprint_watch: ['Fingerprint watch: has a letter come?', 'Huellas en observación: ¿llegó una carta?'],
  packet_prepare: ['Prepare the packet', 'Preparar los papeles'],
  packet_return: ['Take the packet back', 'Recoger los papeles'],
  debrief_missing: ['Debrief missing', 'Falta el relato'],
  overdue_at_ice: ['Has not come out', 'No ha salido'],
  locator_check: ['Look in the locator', 'Buscar en el localizador'],
  retention_review: ['Review of the file', 'Revisión del expediente'],
  consent_renewal: ['Renew the consent', 'Renovar el consentimiento'],
  pattern_alert: ['Something new in the figures', 'Algo nuevo en las cifras'],
  pattern_book: ['The figures of last month', 'Las cifras del mes pasado'],
  account_changed: ['Your account', 'Su cuenta'],
};

export const reminderChannelWords: WordsFor<typeof reminderChannels> = {
  in_app: ['In the application', 'En la aplicación'],
  email: ['E-mail', 'Correo electrónico'],
  sms: ['Text message', 'Mensaje de texto'],
  voice_task: ['Call by staff', 'Llamada del personal'],
};
