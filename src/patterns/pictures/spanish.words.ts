/** What reports say, in Spanish, by what they say in English. Numbers stand as #, in their order. */
export const spanishWords: Readonly<Record<string, string>> = {
  'Letters, by how well they are documented': 'Cartas, según lo bien documentadas que están',
  'How many letters reached us, when, and how sure are we of each?':
    '¿Cuántas cartas nos llegaron, cuándo, y qué tan seguros estamos de cada una?',
  'Each letter counts once, in the month or week in which it arrived. A person with two letters counts twice.':
    'Cada carta cuenta una vez, en el mes o la semana en que llegó. Una persona con dos cartas cuenta dos veces.',
  'Documented is what somebody here has seen (original or copy) or what an attorney vouches for.':
    'Documentada es la carta que alguien de aquí ha visto (original o copia) o por la que responde un abogado.',
  Arrived: 'Llegada',
  Letters: 'Cartas',
  'Seen original': 'Original visto',
  'Seen copy': 'Copia vista',
  'Attorney attested': 'Atestada por abogado',
  'Client report': 'Dicho por el cliente',
  Hearsay: 'De oídas',
  Documented: 'Documentadas',
  'Share documented': 'Parte documentada',
  'From fingerprints to letter': 'De las huellas a la carta',
  'How many days after fingerprints does the letter come?': '¿Cuántos días después de las huellas llega la carta?',
  'Days from the print that the letter is held to follow, to the date on the letter, else its postmark, else its arrival.':
    'Días desde la toma de huellas a la que se atribuye la carta hasta la fecha de la carta; si falta, la del matasellos; si falta, la de llegada.',
  'Quartiles are interpolated (definition # of Hyndman and Fan). Half of the letters lie between the lower and the upper.':
    'Los cuartiles se interpolan (definición # de Hyndman y Fan). La mitad de las cartas está entre el inferior y el superior.',
  '# to # days is the span first reported in early #.':
    'De # a # días es el plazo del que se informó a principios de #.',
  'Where rows are months of fingerprints, a month is flagged while its slow letters cannot have come yet: fewer days have passed since its end than # of # letters took. Do not compare a flagged month with an earlier one.':
    'Donde las filas son meses de las huellas, un mes lleva marca mientras sus cartas lentas no pueden haber llegado: desde su fin han pasado menos días de los que tardaron # de # cartas. No compare un mes con marca con uno anterior.',
  'Days from fingerprints to letter': 'Días de las huellas a la carta',
  'Lag known': 'Plazo conocido',
  Median: 'Mediana',
  'Lower quartile': 'Cuartil inferior',
  'Upper quartile': 'Cuartil superior',
  Least: 'Mínimo',
  Most: 'Máximo',
  '#-# days': '#-# días',
  '# days or more': '# días o más',
  'Up to # days': 'Hasta # días',
  'Within #-# days': 'Entre # y # días',
  'Share within #-# days': 'Parte entre # y # días',
  'On a date not known to the day': 'Con fecha no exacta',
  'Letters still to come': 'Faltan cartas por llegar',
  'Printed in the # days before': 'Huellas en los # días previos',
  'How many of those who got a letter had been fingerprinted in the # days before, why, and what did the print hit?':
    '¿A cuántos de quienes recibieron una carta les habían tomado las huellas en los # días previos, por qué, y con qué coincidieron?',
  'Counts letters whose print was taken at most # days before the letter was written. Where no print is noted, it counts as not printed: the share is a lower bound.':
    'Cuenta las cartas cuyas huellas se tomaron como mucho # días antes de escribirse. Si no consta ninguna huella, cuenta como no tomada: la parte es una cota inferior.',
  'The same can be asked by what the print met and by the way it went.':
    'Lo mismo puede pedirse según con qué coincidió la huella y según el camino que siguió.',
  'Share of the group: of those with this reason. Share of all letters: of everybody who got a letter.':
    'Parte del grupo: de quienes tienen este motivo. Parte de todas las cartas: de todos los que recibieron una.',
  'Letters within # days of fingerprints': 'Cartas en los # días tras las huellas',
  'Printed before that': 'Huellas anteriores',
  'No print known': 'Sin huella conocida',
  'Share of the group': 'Parte del grupo',
  'Share of all letters': 'Parte de todas las cartas',
  'Charges, and how they change': 'Cargos, y cómo cambian',
  'What were people accused of who got letters, and which of that is growing?':
    '¿De qué se acusaba a quienes recibieron cartas, y qué está creciendo?',
  'Two periods are compared. Unless others are chosen, they are this month with the two before it, and the twelve months before those.':
    'Se comparan dos períodos. Si no se eligen otros, son este mes con los dos anteriores, y los doce meses previos a esos.',
  'Periods may differ in length, so rates are compared, never counts: per month where both periods are whole months, else per day. # in # months and # in # months is +# %.':
    'Los períodos pueden durar distinto; por eso se comparan tasas y nunca recuentos: por mes si ambos son meses enteros, si no por día. # en # meses y # en # meses es +# %.',
  'The interval of the growth is the exact one for the ratio of two Poisson rates (Przyborowski and Wilenski).':
    'El intervalo del crecimiento es el exacto para la razón de dos tasas de Poisson (Przyborowski y Wilenski).',
  'The same can be asked by kinds of charges in place of levels.':
    'Lo mismo puede pedirse por clases de cargos en vez de niveles.',
  '# to # (# months) is compared with # to # (# months); rates are per month.':
    'Del # al # (# meses) se compara con del # al # (# meses); las tasas son por mes.',
  '# to # (# days) is compared with # to # (# days); rates are per day.':
    'Del # al # (# días) se compara con del # al # (# días); las tasas son por día.',
  '# to # (# month) is compared with # to # (# months); rates are per month.':
    'Del # al # (# mes) se compara con del # al # (# meses); las tasas son por mes.',
  '# to # (# months) is compared with # to # (# month); rates are per month.':
    'Del # al # (# meses) se compara con del # al # (# mes); las tasas son por mes.',
  '# to # (# month) is compared with # to # (# month); rates are per month.':
    'Del # al # (# mes) se compara con del # al # (# mes); las tasas son por mes.',
  '# to # (# day) is compared with # to # (# days); rates are per day.':
    'Del # al # (# día) se compara con del # al # (# días); las tasas son por día.',
  '# to # (# days) is compared with # to # (# day); rates are per day.':
    'Del # al # (# días) se compara con del # al # (# día); las tasas son por día.',
  '# to # (# day) is compared with # to # (# day); rates are per day.':
    'Del # al # (# día) se compara con del # al # (# día); las tasas son por día.',
  'Letters per month': 'Cartas por mes',
  'Letters per day': 'Cartas por día',
  'Letters in the period': 'Cartas en el período',
  'Share in the period': 'Parte en el período',
  'Letters in the earlier period': 'Cartas en el período anterior',
  'Share in the earlier period': 'Parte en el período anterior',
  'Per month in the period': 'Por mes en el período',
  'Per month in the earlier period': 'Por mes en el período anterior',
  'Per day in the period': 'Por día en el período',
  'Per day in the earlier period': 'Por día en el período anterior',
  'Growth of the rate': 'Crecimiento de la tasa',
  Growth: 'Crecimiento',
  'Went, and were kept': 'Fueron, y los retuvieron',
  'Of those who followed a letter, how many were not let go again, with and without company and counsel?':
    'De quienes acudieron a la cita, ¿a cuántos no dejaron salir, con y sin compañía y abogado?',
  'Of those who came and of whom it is known what became of them: detained, removed the same day or handed to another agency, against walked out.':
    'De quienes acudieron y se sabe qué fue de ellos: detenidos, expulsados el mismo día o entregados a otra agencia, frente a quienes salieron.',
  'The interval of Wilson says where the true share may lie if these were a random draw; that of Clopper and Pearson never covers less than # %. # of # is #-# % and #-# %.':
    'El intervalo de Wilson dice dónde puede estar la parte verdadera si fuera una muestra al azar; el de Clopper y Pearson nunca cubre menos del # %. # de # es #-# % y #-# %.',
  'The same can be asked by whether an attorney was admitted, by earlier removal orders, convictions, proceedings, a citizen spouse or representation.':
    'Lo mismo puede pedirse según se admitiera o no al abogado, por órdenes de expulsión anteriores, condenas, procesos, cónyuge ciudadano o representación.',
  'People who were kept may be heard of more often, or less, than people who were sent home. Groups differ in more than what they are grouped by.':
    'De quienes fueron retenidos puede saberse más, o menos, que de quienes volvieron a casa. Los grupos se distinguen en más cosas que aquella por la que se agrupan.',
  'Share kept of those who came': 'Parte retenida de quienes acudieron',
  Came: 'Acudieron',
  'Did not come': 'No acudieron',
  'Not known whether they came': 'No se sabe si acudieron',
  Kept: 'Retenidos',
  'Walked out': 'Salieron',
  'Not known what became of them': 'No se sabe qué fue de ellos',
  'Came, and known what became of them': 'Acudieron, y se sabe qué fue de ellos',
  'Share kept': 'Parte retenida',
  'Standing and ties of those who got letters': 'Situación y vínculos de quienes recibieron cartas',
  'How many had no removal order, no conviction, a citizen spouse, relief pending?':
    '¿Cuántos no tenían orden de expulsión ni condena, tenían cónyuge ciudadano o una solicitud pendiente?',
  'Each row is a question of its own: of the letters of which the answer is known, how many say yes.':
    'Cada fila es una pregunta aparte: de las cartas cuya respuesta se conoce, cuántas dicen que sí.',
  Question: 'Pregunta',
  'Answer known': 'Respuesta conocida',
  Yes: 'Sí',
  No: 'No',
  Share: 'Parte',
  'No earlier removal order': 'Sin orden de expulsión anterior',
  'No conviction': 'Sin condena',
  'Not in proceedings': 'Sin proceso abierto',
  'Under an order of supervision': 'Bajo orden de supervisión',
  'Relief pending': 'Solicitud pendiente',
  'Spouse a citizen or permanent resident': 'Cónyuge ciudadano o residente permanente',
  'Children who are citizens': 'Hijos ciudadanos',
  'Minor children at home': 'Hijos menores en casa',
  'Primary caregiver': 'Cuidador principal',
  Represented: 'Con representación',
  'Placed in proceedings': 'Puestos en proceso',
  'How many were served a notice to appear after the letter, and after how many days?':
    '¿A cuántos se les entregó una notificación de comparecencia tras la carta, y al cabo de cuántos días?',
  'Counts a notice to appear (I-#) served after the letter and before the next one: as an event of custody, among the papers handed over at the appointment, or as its outcome.':
    'Cuenta una notificación de comparecencia (I-#) entregada tras la carta y antes de la siguiente: como hecho de la custodia, entre los papeles de la cita o como su resultado.',
  'Where nothing is known of the appointment, nothing is known of proceedings either.':
    'Si nada se sabe de la cita, tampoco se sabe del proceso.',
  'Share placed in proceedings': 'Parte puesta en proceso',
  'Known whether placed': 'Se sabe si hubo proceso',
  'Share placed': 'Parte puesta en proceso',
  'Offices, places and titles': 'Oficinas, lugares y cargos',
  'Which offices send the letters, where do they call people to, and what is the title of whoever signs?':
    '¿Qué oficinas envían las cartas, adónde citan, y qué cargo tiene quien firma?',
  "Each letter counts once. The same can be asked by place, and by the official's title.":
    'Cada carta cuenta una vez. Lo mismo puede pedirse por lugar y por cargo de quien firma.',
  'Weekday and hour': 'Día y hora',
  'On which days and at which hours are people told to come?': '¿Qué días y a qué horas se cita a la gente?',
  'Appointments with immigration enforcement that were not called off, by the clock of the place.':
    'Citas con el control migratorio que no se anularon, según la hora del lugar.',
  Hour: 'Hora',
  Weekday: 'Día de la semana',
  Appointments: 'Citas',
  Monday: 'Lunes',
  Tuesday: 'Martes',
  Wednesday: 'Miércoles',
  Thursday: 'Jueves',
  Friday: 'Viernes',
  Saturday: 'Sábado',
  Sunday: 'Domingo',
  'What the letters say': 'Lo que dicen las cartas',
  'How many letters cite an authority, mention detention, and what do they tell people to bring?':
    '¿Cuántas cartas citan una base legal o mencionan la detención, y qué piden traer?',
  'Demands are counted among the letters of which it was written down what they demand.':
    'Lo que piden se cuenta entre las cartas de las que consta lo que piden.',
  'Cites an authority': 'Cita una base legal',
  'Says that detention is possible': 'Dice que es posible la detención',
  'Gives only "an official matter" as reason': 'Da como motivo solo "un asunto oficial"',
  'Asks for "a deportation officer"': 'Cita con "un oficial de deportación"',
  'Demands: Immigration documents': 'Pide: documentos migratorios',
  'Demands: Valid passport': 'Pide: pasaporte vigente',
  'Demands: This letter': 'Pide: esta carta',
  'Demands: Photo ID': 'Pide: identificación con foto',
  'Demands: Travel document': 'Pide: documento de viaje',
  'Demands: Proof of address': 'Pide: prueba de domicilio',
  'Demands: Birth certificate': 'Pide: acta de nacimiento',
  'Demands: Work permit': 'Pide: permiso de trabajo',
  'Demands: Court papers': 'Pide: papeles del tribunal',
  'Demands: Children': 'Pide: traer a los hijos',
  'Demands: Other': 'Pide: otra cosa',
  'Counsel and officers': 'Abogados y oficiales',
  'How often is an attorney refused, and how often does what an officer first says not come true?':
    '¿Con qué frecuencia se rechaza a un abogado, y con qué frecuencia no se cumple lo que un oficial dice primero?',
  'Each row is a question of its own, over appointments with immigration enforcement of which the answer is known.':
    'Cada fila es una pregunta aparte, sobre citas con el control migratorio cuya respuesta se conoce.',
  'Refused, or admitted in part: of the appointments at which an attorney asked to come in.':
    'Rechazado, o admitido en parte: de las citas a las que un abogado pidió entrar.',
  'Counsel refused': 'Abogado rechazado',
  'Counsel admitted in part only': 'Abogado admitido solo en parte',
  "Officer's first statement reversed by a supervisor": 'Un supervisor revocó lo dicho por el oficial',
  'Kept, though an officer had said they would be let go': 'Retenidos, aunque un oficial dijo que saldrían',
  'Let go, though an officer had said they would be kept': 'Salieron, aunque un oficial dijo que los retendrían',
  'How long people are held, and where': 'Cuánto tiempo se retiene a la gente, y dónde',
  'How long are people held who were kept at an appointment, and how many of them in another state?':
    '¿Cuánto tiempo se retiene a quienes fueron retenidos en una cita, y a cuántos en otro estado?',
  'Of those who did not walk out of the appointment: from the first day in custody to the first release or removal.':
    'De quienes no salieron de la cita: desde el primer día de custodia hasta la primera liberación o expulsión.',
  'Whoever is still held counts as held for so long at least, neither as released nor left out (Kaplan and Meier; bounds of # % after Greenwood, on the logarithm, as in survfit of R).':
    'Quien sigue retenido cuenta como retenido al menos hasta hoy: ni liberado ni omitido (Kaplan y Meier; límites del # % según Greenwood, sobre el logaritmo, como survfit de R).',
  'A case that was purged while the person was held counts as held until the purge.':
    'Un caso borrado mientras la persona estaba retenida cuenta como retenido hasta el borrado.',
  'Median days held': 'Mediana de días de retención',
  'Out again, or removed': 'Libres o expulsados',
  'Still held, as far as is known': 'Siguen retenidos, que se sepa',
  'Share still held after # days': 'Parte aún retenida tras # días',
  'Out after #-# days': 'Fuera tras #-# días',
  'Out after # days or more': 'Fuera tras # días o más',
  'Held so far for #-# days': 'Retenidos hasta ahora #-# días',
  'Held so far for # days or more': 'Retenidos hasta ahora # días o más',
  'Known in which state': 'Se sabe en qué estado',
  'Held in another state': 'Retenidos en otro estado',
  'Share held in another state': 'Parte retenida en otro estado',
  'Share still held after so many days': 'Parte aún retenida tras tantos días',
  'Of people kept at an appointment, what share is still held after so many days?':
    'De las personas retenidas en una cita, ¿qué parte sigue retenida tras tantos días?',
  Days: 'Días',
  'Share still held': 'Parte aún retenida',
  'Out again': 'Libres',
  Day: 'Día',
  'Held and followed until then': 'Retenidos y seguidos hasta entonces',
  'Held and followed when it begins': 'Retenidos y seguidos al comenzar',
  'For the public it is told after #, #, #, # days alone, in whole percents: each of its steps is a person.':
    'Para el público se dice solo a los #, #, #, # días, en porcentajes enteros: cada uno de sus escalones es una persona.',
  'Out again, or removed, on that day': 'Libres o expulsados ese día',
  'Followed no further': 'Sin más seguimiento',
  'At least': 'Al menos',
  'At most': 'Como mucho',
  'Waiting rooms': 'Salas de espera',
  'Who else was in the waiting rooms, with and without an attorney?':
    '¿Quién más estaba en las salas de espera, con y sin abogado?',
  'Added up as they were counted by whoever was there; the same person may have been seen twice, and rooms that nobody visited are not in it.':
    'Sumados según los contó quien estaba allí; una misma persona puede haberse visto dos veces, y faltan las salas que nadie visitó.',
  'These are strangers: no case file, no name, no description.':
    'Son desconocidos: sin expediente, sin nombre, sin descripción.',
  'Week of': 'Semana del',
  'People seen': 'Personas vistas',
  Observations: 'Observaciones',
  'Attorneys seen': 'Abogados vistos',
  'People without an attorney': 'Personas sin abogado',
  Others: 'Otros',
  'Known to be kept': 'Que se sepa, retenidos',
  'Reminders delivered': 'Recordatorios enviados',
  'How many of the reminders that were owed went out?': '¿Cuántos de los recordatorios debidos salieron?',
  'Reminders whose time has come, by what became of them. A channel takes a message over; whether it was read, nobody knows.':
    'Recordatorios cuya hora ha llegado, según qué fue de ellos. Un canal acepta el mensaje; si se leyó, nadie lo sabe.',
  'Counted from the reminders themselves: those of purged case files are gone, and with them their counts.':
    'Se cuentan los recordatorios mismos: los de expedientes borrados ya no están, ni sus recuentos.',
  Reminders: 'Recordatorios',
  Owed: 'Debidos',
  'Went out': 'Salieron',
  'Could not be delivered': 'No se pudieron entregar',
  'Too late to be of use': 'Demasiado tarde',
  'Not wanted': 'No deseados',
  'Share that went out': 'Parte que salió',
  'Accompaniments closed on time': 'Acompañamientos cerrados a tiempo',
  'How often is somebody who was called in noted as out by the time agreed, and how long are people inside?':
    '¿Con qué frecuencia consta a la hora acordada que salió quien fue llamado, y cuánto tiempo pasa dentro?',
  'Of appointments at which a time was agreed when the person was called in: noted as out by then, or the alarm rang. Whoever is still in and not overdue counts as not known.':
    'De las citas en que se acordó una hora al ser llamada la persona: consta su salida a esa hora, o sonó la alarma. Quien sigue dentro y no se ha pasado de la hora cuenta como no conocido.',
  'Minutes are from being called in to coming out, by the taps of the day.':
    'Los minutos van desde la llamada hasta la salida, según lo marcado ese día.',
  Accompanied: 'Acompañados',
  'With a time agreed': 'Con hora acordada',
  'Out by then': 'Fuera a esa hora',
  'Share out by then': 'Parte fuera a esa hora',
  'Known how long inside': 'Se sabe cuánto dentro',
  'Days of notice': 'Días de aviso',
  'How many days are there between the arrival of the letter and the day on which to come?':
    '¿Cuántos días hay entre la llegada de la carta y el día de la cita?',
  'Days from arrival to the day that the letter names. Letters that name none are not in the quartiles.':
    'Días desde la llegada hasta el día que nombra la carta. Las que no nombran ninguno no entran en los cuartiles.',
  'Notice known': 'Aviso conocido',
  'Arrived after the day': 'Llegó después del día',
  'What we hold': 'Lo que guardamos',
  'How many records of each kind are there, since when, and how many case files are due to be reviewed?':
    '¿Cuántos registros hay de cada clase, desde cuándo, y cuántos expedientes toca revisar?',
  'Counts of records as they are today, whatever the filters; the oldest by the day on which it was written down. Rows of the ledger do not say when that was: theirs is the first day that they are about.':
    'Recuentos de hoy, sean cuales sean los filtros; el más antiguo, por el día en que se anotó. Las filas del registro de patrones no dicen cuándo fue: el suyo es el primer día del que tratan.',
  'Due for review: case files whose day of review has come and that no legal hold keeps.':
    'Por revisar: expedientes cuyo día de revisión ha llegado y que ninguna retención legal conserva.',
  'Case files': 'Expedientes',
  Arrests: 'Arrestos',
  Fingerprints: 'Huellas',
  'Custody events': 'Hechos de custodia',
  'Rows of the pattern ledger: letters': 'Filas del registro de patrones: cartas',
  'Rows of the pattern ledger: appointments': 'Filas del registro de patrones: citas',
  'Observations of waiting rooms': 'Observaciones de salas de espera',
  Records: 'Registros',
  Kind: 'Clase',
  Oldest: 'Más antiguo',
  'Due for review': 'Por revisar',
  Month: 'Mes',
  'Printed in': 'Huellas en',
  County: 'Condado',
  Place: 'Lugar',
  Age: 'Edad',
  Proceedings: 'Proceso',
  'Earlier removal order': 'Orden de expulsión anterior',
  Convictions: 'Condenas',
  'Citizen or resident spouse': 'Cónyuge ciudadano o residente',
  Representation: 'Representación',
  'Attorney admitted': 'Abogado admitido',
  Outcome: 'Resultado',
  Office: 'Oficina',
  "Official's title": 'Cargo',
  'Arresting agency': 'Agencia que arrestó',
  Precinct: 'Comisaría',
  'How arrested': 'Modo de arresto',
  'Charge level': 'Nivel del cargo',
  'Charge category': 'Clase de cargo',
  'Reason for the print': 'Motivo de las huellas',
  'Kind of hit': 'Clase de coincidencia',
  'Way of the print': 'Camino de la huella',
  Evidence: 'Prueba',
  Form: 'Formulario',
  'First or later letter': 'Primera o posterior carta',
  Channel: 'Canal',
  All: 'Todas',
  From: 'Desde',
  To: 'Hasta',
  'Compared from': 'Comparado desde',
  'Compared to': 'Comparado hasta',
  'Only who agreed to be counted together with others': 'Solo quienes aceptaron contarse junto con otras',
  'Without what is known by hearsay alone': 'Sin lo que solo se sabe de oídas',
  Group: 'Grupo',
  'Not known': 'No se sabe',
  // The overview and the lag as tables.
  'Letters and what came of them': 'Las cartas y lo que resultó de ellas',
  'How many letters came, how many people went, and how many did not walk out?':
    '¿Cuántas cartas llegaron, cuántas personas acudieron, y cuántas no salieron?',
  'Letters by the day of arrival. Attended: the person came to the appointment. Detained: of those who came and of whom it is known, those who did not walk out.':
    'Cartas por el día de llegada. Acudieron: la persona fue a la cita. Detenidos: de quienes acudieron y se sabe, quienes no salieron.',
  'Low and high are the bounds of the # % interval of Wilson for the share detained.':
    'Bajo y alto son los límites del intervalo de Wilson del # % para la parte detenida.',
  Attended: 'Acudieron',
  'Did not attend, or not known': 'No acudieron, o no se sabe',
  'Outcome known': 'Resultado conocido',
  Detained: 'Detenidos',
  'Outcome not known': 'Resultado no conocido',
  'Share detained': 'Parte detenida',
  Low: 'Bajo',
  High: 'Alto',
  'How soon do letters come after fingerprints?': '¿Cuánto tardan las cartas tras las huellas?',
  'Letters of which the dates of print and letter are known. The date of the letter is that on it, else of the postmark, else of arrival.':
    'Cartas de las que se conocen la fecha de las huellas y la de la carta: la que lleva, si no la del matasellos, si no la de llegada.',
  '# to # days': 'De # a # días',
  '# days and more': '# días o más',
  // Remarks on the very figures.
  '# of # lags rest on a date that is not known to the day.': '# de # plazos se apoyan en una fecha que no es exacta.',
  'The latest months are not complete: letters may still come up to # days after fingerprints, so that those known so far are the fast ones.':
    'Los últimos meses no están completos: aún pueden llegar cartas hasta # días después de las huellas; las conocidas hasta ahora son las rápidas.',
  'Counts of # to # are hidden, and so is every figure by which one of them could be worked out. * stands for each of them alike; it may hide a large number. # is shown.':
    'Se ocultan los recuentos de # a #, y toda cifra de la que pudiera deducirse uno. * está en lugar de cada uno; puede ocultar un número grande. El # se muestra.',
  'These are the letters and appointments that this office knows of, not all.':
    'Son las cartas y citas de las que sabe esta oficina, no todas.',
};

/** What stands behind the name of a share. */
export const spanishBounds: Readonly<Record<string, string>> = {
  ': at least (Wilson)': ': al menos (Wilson)',
  ': at most (Wilson)': ': como mucho (Wilson)',
  ': at least (Clopper-Pearson)': ': al menos (Clopper-Pearson)',
  ': at most (Clopper-Pearson)': ': como mucho (Clopper-Pearson)',
  ': at least': ': al menos',
  ': at most': ': como mucho',
};
