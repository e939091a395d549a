import type { DemandedDocument } from '../letters/letter.values.js';
import { accompanierSpanish } from './summary.texts.accompanier.es.js';
import type { Script, ScriptContext, Wording } from './summary.texts.js';

const bring: Partial<Record<DemandedDocument, string>> = {
  immigration_documents: 'Papeles de inmigración: solo los que escogió con su abogado.',
  valid_passport: 'Pasaporte: solo si su abogado se lo dice. Los agentes pueden quedarse con él.',
  travel_document: 'Documento de viaje: solo si su abogado se lo dice. Los agentes pueden quedarse con él.',
  photo_id: 'Una identificación con foto, si la tiene.',
  address_proof: 'Comprobante de domicilio: solo si su abogado se lo dice.',
  birth_certificate: 'Acta de nacimiento: una copia, y solo si su abogado se lo dice.',
  work_permit: 'Permiso de trabajo, si lo tiene. Deje una copia en casa.',
  court_papers: 'Papeles de la corte: solo los que escogió con su abogado.',
  children: 'La carta pide que lleve a sus hijos. Hable con su abogado antes de llevarlos.',
};

const mine = ({ attorney }: ScriptContext) => (attorney ? 'mi abogado' : 'un abogado');
const yours = ({ attorney }: ScriptContext) => (attorney ? 'su abogado' : 'un abogado');

function numbers({ attorney, office }: ScriptContext): string {
  const known = [attorney, office].filter((one) => one?.phone).map((one) => `${one?.name}, ${one?.phone}`);
  return known.length > 0 ? known.join('; o ') : office.name;
}

const client: Script = {
  whatToBring: (context) => [
    'Esta hoja. Tenga los teléfonos en papel, no solo en su celular.',
    ...(context.hasLetter ? ['La carta que recibió. Deje una copia en casa.'] : []),
    ...context.documentsDemanded.flatMap((document) => bring[document] ?? []),
    'Copias, no originales, cuando su abogado se lo haya dicho.',
    ...(context.g28 === 'signed_unfiled' || context.g28?.startsWith('filed')
      ? ['Una copia del formulario G-28, que muestra quién es su abogado.']
      : []),
    'Las medicinas que necesite ese día, en su caja.',
  ],
  whatNotToBring: ({ documentsDemanded }) => [
    'Papeles falsos, o papeles de otra persona.',
    'Nombres y direcciones de otras personas, aparte de esta hoja.',
    ...(documentsDemanded.includes('children') ? [] : ['A sus hijos, a menos que su abogado se lo diga.']),
    'Cuchillos, herramientas o aerosoles. Hay control de seguridad en la puerta.',
  ],
  rights: (context) => [
    `Puede tener a un abogado con usted. Diga: «Quiero hablar con ${mine(context)} antes de responder».`,
    'Tiene derecho a guardar silencio. No tiene que decir dónde nació ni cómo llegó aquí.',
    `No firme nada antes de que lo lea ${yours(context)}. Al firmar puede perder derechos.`,
    'Nunca mienta ni muestre papeles falsos. Es más seguro no decir nada.',
    'Pregunte: «¿Estoy libre para irme?». Si le dicen que sí, váyase con calma.',
    'Puede pedir un intérprete. No responda una pregunta que no entienda.',
    'Mantenga la calma. No corra, no empuje, no discuta.',
    'Apréndase de memoria un número de teléfono. Los agentes pueden quitarle el celular y esta hoja.',
    ...(context.attorney ? [] : [`Hable con un abogado antes de ir. Llame a ${numbers(context)}.`]),
  ],
  ifDetained: (context) => [
    `Diga: «Quiero llamar a ${mine(context)}». Llame a ${numbers(context)}.`,
    'Guarde silencio. No firme nada, sobre todo ningún papel que diga que acepta irse del país.',
    'Si tiene miedo de regresar a su país, dígalo, y repítalo a cada agente.',
    `Diga enseguida a los agentes qué medicinas necesita${context.hasFamilyPlan ? ' y que tiene niños a su cargo' : ''}.`,
    'Pregunte adónde lo llevan. Su familia puede buscarle en locator.ice.gov. Necesita su número A y su país de nacimiento.',
    'Las llamadas desde la detención pueden ser escuchadas. Hable de su caso solo con su abogado.',
    ...(context.hasFamilyPlan
      ? [
          context.caregivers.length > 0
            ? `Empieza su plan para sus hijos: ${context.caregivers.join('; ')}.`
            : 'Empieza su plan para sus hijos. Diga quién debe recogerlos.',
        ]
      : []),
    ...(context.hasFamilyPlan && context.newYork
      ? [
          'En Nueva York, un aviso oficial sobre control migratorio, como una carta de cita, puede por sí mismo activar a un tutor suplente («standby guardian»). Pregunte a su abogado.',
        ]
      : []),
  ],
};

/** Spanish, for all but counsel's copy. */
export const spanish: Wording = {
  weekdays: ['dom', 'lun', 'mar', 'mié', 'jue', 'vie', 'sáb'],
  months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  zonePlaces: { 'America/New_York': 'Nueva York', 'Etc/UTC': 'UTC' },
  precision: {
    week: (day) => `semana del ${day}`,
    about: (day) => `alrededor del ${day}`,
    unknown: (day) => `${day}, sin certeza`,
  },
  titles: { client: 'Para usted', accompanier: 'Para quien acompaña', attorney: 'Para el abogado' },
  headings: {
    appointment: 'Cita',
    attorney: 'Abogado',
    person: 'De quién se trata',
    identity: 'Identidad',
    companions: 'Quién le acompaña',
    letter: 'Lo que dice la carta',
    timeline: 'Qué pasó y cuándo',
    posture: 'Situación migratoria',
    ties: 'Familia y salud',
    familyPlan: 'Plan para los hijos',
    contacts: 'A quién llamar',
    whatToBring: 'Lleve',
    whatNotToBring: 'Deje en casa',
    ifDetained: 'Si le detienen',
  },
  rightsHeading: {
    client: 'Sus derechos en la cita',
    accompanier: 'Su papel y los derechos de la persona',
    attorney: 'En la cita',
  },
  labels: {
    name: 'Nombre',
    speaks: 'Habla',
    interpreter: 'Intérprete',
    legalName: 'Nombre legal',
    aliases: 'Otros nombres',
    aNumber: 'Número A',
    dateOfBirth: 'Nació el',
    countryOfBirth: 'Nació en',
    room: 'Sala',
    askFor: 'Pregunte por',
    official: 'Funcionario',
    entrance: 'En la puerta',
    office: 'Oficina',
    noAttorney: 'Todavía sin abogado',
    noNumber: 'sin número anotado',
    noAppointment: 'No hay cita anotada',
    plan: 'Plan',
    caregiver: 'Cuida',
    schoolPickup: 'Escuela',
    powerOfAttorney: 'Autorización',
    convictions: 'Condenas',
    relief: 'Pendiente',
    status: 'Estado',
    earlierLeftOut: 'Se omite lo anterior.',
    moreInFile: 'Hay más en el expediente.',
    confidential: 'Confidencial - devuelva o destruya esta hoja después de la cita',
  },
  page: (number, of) => `página ${number} de ${of}`,
  prepared: (by, organisation, at) => `Preparado por ${by}, ${organisation}, ${at}`,
  more: (count) => `y ${count} más en el expediente`,
  appointmentKinds: {
    call_in_letter: 'Cita de inmigración (carta)',
    ice_check_in: 'Presentación ante inmigración',
    high_risk_ice_check_in: 'Presentación ante inmigración',
    osup_check_in: 'Presentación de supervisión',
    isap_visit: 'Visita a la oficina de supervisión',
    stay_or_deferred_action_request: 'Solicitud de suspensión',
    uscis_biometrics: 'Cita de huellas con USCIS',
    uscis_interview: 'Entrevista con USCIS',
    asylum_interview: 'Entrevista de asilo',
    master_calendar: 'Corte de inmigración: primera audiencia',
    individual_hearing: 'Corte de inmigración: audiencia completa',
    bond_hearing: 'Corte de inmigración: audiencia de fianza',
    criminal_court: 'Corte penal',
    family_court: 'Corte de familia',
    other: 'Cita',
  },
  askFors: { deportation_officer: 'un agente de deportación', named_officer: 'el agente que nombra la carta' },
  officialTitles: {
    supervisory_deportation_officer: 'supervisor de agentes de deportación',
    deportation_officer: 'agente de deportación',
    assistant_field_office_director: 'subdirector de la oficina local',
    field_office_director: 'director de la oficina local',
    special_agent: 'agente especial',
  },
  statedReasons: {
    official_matter: 'Motivo que da: «un asunto oficial».',
    interview: 'Motivo que da: una entrevista.',
    case_review: 'Motivo que da: una revisión del caso.',
    check_in: 'Motivo que da: una presentación.',
    custody_review: 'Motivo que da: una revisión de custodia.',
    biometrics: 'Motivo que da: huellas y foto.',
    pick_up_documents: 'Motivo que da: recoger documentos.',
    removal: 'Motivo que da: salir del país.',
    other: 'Da otro motivo.',
    none_stated: 'No da ningún motivo.',
  },
  documents: {
    immigration_documents: 'documentos de inmigración',
    valid_passport: 'un pasaporte vigente',
    this_letter: 'la carta',
    photo_id: 'una identificación con foto',
    travel_document: 'un documento de viaje',
    address_proof: 'un comprobante de domicilio',
    birth_certificate: 'un acta de nacimiento',
    work_permit: 'un permiso de trabajo',
    court_papers: 'papeles de la corte',
    children: 'los hijos',
    other: 'otros papeles',
  },
  letterAsksFor: (documents) => `Pide ${documents}.`,
  letterMentionsDetention: {
    yes: 'Dice que le pueden detener.',
    no: 'No dice que le pueden detener, pero es posible.',
  },
  letterCites: {
    none: 'No nombra ninguna ley.',
    statute: 'Nombra una ley.',
    regulation: 'Nombra un reglamento.',
    order: 'Nombra una orden.',
  },
  g28: {
    none: 'El formulario G-28 no está firmado.',
    signed_unfiled: 'El formulario G-28 está firmado, aún no entregado.',
    filed_ice: 'El formulario G-28 está entregado a ICE.',
    filed_uscis: 'El formulario G-28 está entregado a USCIS.',
    filed_eoir: 'Su abogado está registrado en la corte de inmigración.',
  },
  companionRoles: {
    attorney: 'abogado',
    paralegal: 'asistente legal',
    law_student: 'estudiante de derecho',
    leader: 'líder comunitario',
    volunteer: 'voluntario',
    family: 'familia',
    clergy: 'clero',
    interpreter: 'intérprete',
    elected_official: 'funcionario electo',
    other: 'acompañante',
  },
  unconfirmed: 'aún sin confirmar',
  interpreters: {
    none: undefined,
    spoken: 'se necesita',
    asl: 'lengua de señas americana',
    other_sign_language: 'lengua de señas (no ASL)',
  },
  client,
  accompanier: accompanierSpanish,
};
