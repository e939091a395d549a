import type { AccompanierWording, Script, ScriptContext } from './summary.texts.js';

function numbers({ attorney, office }: ScriptContext): string {
  const known = [attorney, office].filter((one) => one?.phone).map((one) => `${one?.name}, ${one?.phone}`);
  return known.length > 0 ? known.join('. Si no contestan: ') : office.name;
}

/** The same steps as in English, in the same order. */
const script: Script = {
  whatToBring: () => [
    'Esta hoja, y una identificación con foto para la entrada.',
    'Bolígrafo y cuaderno. Un celular con batería.',
    'Tiempo: la espera puede durar todo el día.',
  ],
  whatNotToBring: () => [
    'Papeles o nombres de otras personas a las que acompaña.',
    'Los papeles originales de la persona: que los lleve ella o su abogado.',
    'Todo lo que no pase un control de seguridad.',
  ],
  rights: () => [
    'Usted es testigo, y compañía. No habla en nombre de la persona.',
    'No dé consejos legales. Ante cualquier pregunta, llame al abogado.',
    'Nunca mienta a un agente ni muestre papeles falsos. Puede guardar silencio, también sobre usted.',
    'No se interponga, no toque a los agentes ni discuta con ellos. Si le dicen que se vaya, salga y espere cerca.',
    '¿No tiene la ciudadanía de Estados Unidos? Hable con la oficina antes de ir.',
    'Anote las horas: cuándo llegó, cuándo la llamaron, cuándo salió. Anote de cada agente el nombre, el cargo, el número de placa y las palabras que usa.',
    'Cuente a las demás personas que esperan: con abogado y sin abogado. No anote sus nombres.',
    'Avise cuando llegue, cuando llamen a la persona y cuando la persona salga.',
    'Pregunte antes de tomar una foto o grabar. Muchos edificios federales no lo permiten.',
    'La persona puede guardar silencio, puede pedir a su abogado, no tiene que firmar nada que el abogado no haya leído, y puede preguntar: «¿Estoy libre para irme?».',
  ],
  ifDetained: (context) => [
    `Llame enseguida ${context.attorney ? 'al abogado' : 'a la oficina'}: ${numbers(context)}.`,
    'Marque que la persona no salió. Eso avisa a la oficina.',
    'Pregunte a los agentes adónde la llevan y con qué papel. Anote nombres, números de placa y la hora.',
    'Si puede, dígale con calma: «Guarde silencio. No firme nada. Pida a su abogado».',
    'Diga enseguida a los agentes qué medicinas necesita la persona.',
    ...(context.hasFamilyPlan
      ? [
          context.caregivers.length > 0
            ? `Ponga en marcha el plan para los hijos. Llame a ${context.caregivers.join('; ')}.`
            : 'Ponga en marcha el plan para los hijos: pregunte a la oficina a quién llamar.',
        ]
      : []),
    'Avise solo a las personas anotadas en esta hoja. No publique nada.',
    'El localizador (locator.ice.gov) pide el número A y el país de nacimiento. La oficina tiene los dos. Puede que la persona aparezca solo al día siguiente.',
    'No firme ni entregue nada en nombre de la persona.',
  ],
};

const days = (count: number) => `${count} ${Math.abs(count) === 1 ? 'día' : 'días'}`;
const about = (isRough: boolean) => (isRough ? 'Cerca de ' : '');

/** Spanish, for those who come along. */
export const accompanierSpanish: AccompanierWording = {
  script,
  proceedings: {
    not_in_proceedings: 'sin proceso de deportación',
    in_proceedings: 'en proceso de deportación',
    withholding_only: 'en proceso solo de suspensión de la deportación («withholding only»)',
    expedited_removal: 'en deportación acelerada',
    appeal_pending: 'con una apelación pendiente',
    final_order: 'con una orden final de deportación',
    closed_or_terminated: 'proceso cerrado o terminado',
    unknown: 'no se sabe si hay un proceso',
    withheld: undefined,
  },
  removalOrders: {
    none: 'sin orden de deportación',
    outstanding: 'con una orden de deportación sin cumplir',
    in_absentia: 'con una orden de deportación dictada en ausencia',
    executed: 'con una deportación anterior ya cumplida',
    reinstated: 'con una orden de deportación anterior restablecida',
    unknown: 'no se sabe si hay órdenes anteriores',
    withheld: undefined,
  },
  supervision: { yes: 'con orden de supervisión', no: 'sin orden de supervisión' },
  asKnown: (day, facts) =>
    day ? `Según se sabía el ${day}: ${facts.join('; ')}.` : `Hasta donde se sabe: ${facts.join('; ')}.`,
  caregiverPlans: {
    none: 'todavía no hay plan: hágase antes de la cita',
    informal: 'acordado solo de palabra',
    designation_form: 'formulario de designación firmado por los padres',
    standby_guardian: 'tutor suplente nombrado',
    court_order: 'orden de la corte',
  },
  standbyGuardian:
    'En Nueva York, un aviso oficial sobre control migratorio, como una carta de cita, puede por sí mismo activar a un tutor suplente («standby guardian»).',
  powersOfAttorney: { yes: 'carta poder firmada', no: 'sin carta poder' },
  outcomes: {
    released_no_conditions: 'salió sin condiciones',
    rescheduled: 'nueva fecha',
    placed_osup: 'orden de supervisión',
    placed_isap_ankle: 'grillete de tobillo',
    placed_isap_wrist: 'monitor de muñeca',
    placed_isap_app: 'presentación por aplicación',
    placed_isap_phone: 'presentación por teléfono',
    nta_issued_released: 'aviso de comparecencia, salió',
    detained: 'detención',
    turned_away: 'no hubo atención',
    did_not_attend_advised: 'no fue, por consejo',
    did_not_attend_other: 'no fue',
    transferred_other_agency: 'entrega a otra agencia',
    removed_same_day: 'deportación el mismo día',
    unknown: 'no se sabe qué resultó',
  },
  ties: {
    spouse: 'Su cónyuge tiene la ciudadanía de Estados Unidos o la residencia permanente.',
    citizenChildren: (count) => `${count} ${count === 1 ? 'hijo' : 'hijos'} con ciudadanía de Estados Unidos.`,
    childrenAtHome: (count) => `${count} ${count === 1 ? 'menor' : 'menores'} en casa.`,
    primaryCaregiver: 'Es quien más los cuida.',
    medicalNeeds: (needs) => `Necesidades médicas: ${needs}`,
  },
  fingerprintsTaken: 'Toma de huellas',
  dateOnLetter: 'Fecha de la carta',
  gotLetter: 'Llegada de la carta',
  lag: (count, isRough) => `${about(isRough)}${days(count)} de las huellas a la carta.`,
  notice: (count, isRough) => `${about(isRough)}${days(count)} de la llegada de la carta a la cita.`,
};
