import type { ChargeCategory, ChargeLevel } from '../../src/arrests/arrest.fields.js';

/** An offence as an intake advocate picks it from a list; a statute that is not listed can still be typed. */
export interface Offence {
  /** PL: Penal Law; VTL: Vehicle and Traffic Law; AC: Administrative Code of the City; NYCRR: state rules. */
  statute: string;
  description: string;
  level: ChargeLevel;
  category: ChargeCategory;
  /** Last year in which it could be charged, where it has been repealed. */
  until?: number;
}

const of =
  (category: ChargeCategory) => (statute: string, description: string, level: ChargeLevel, until?: number) => ({
    statute,
    description,
    level,
    category,
    ...(until ? { until } : {}),
  });

const drug = of('drug_or_marijuana');
const theft = of('theft');
const fare = of('fare_evasion');
const assault = of('assault');
const domestic = of('domestic');
const trespass = of('trespass');
const weapon = of('weapon');
const fraud = of('fraud');
const order = of('public_order');
const traffic = of('traffic');
const other = of('other');

/** Low-level offences as New York law stood in 2018, by category. */
export const newYorkOffences: readonly Offence[] = [
  drug('PL 220.03', 'Criminal possession of a controlled substance, 7th degree', 'misdemeanor_a'),
  drug('PL 220.45', 'Criminally possessing a hypodermic instrument', 'misdemeanor_a', 2021),
  drug('PL 220.50', 'Criminally using drug paraphernalia, 2nd degree', 'misdemeanor_a'),
  drug('PL 221.05', 'Unlawful possession of marihuana', 'violation', 2021),
  drug('PL 221.10', 'Criminal possession of marihuana, 5th degree', 'misdemeanor_b', 2021),
  drug('PL 221.15', 'Criminal possession of marihuana, 4th degree', 'misdemeanor_a', 2021),
  drug('PL 221.35', 'Criminal sale of marihuana, 5th degree', 'misdemeanor_b', 2021),
  drug('PL 221.40', 'Criminal sale of marihuana, 4th degree', 'misdemeanor_a', 2021),
  drug('PL 240.36', 'Loitering, 1st degree', 'misdemeanor_b'),

  theft('PL 155.25', 'Petit larceny', 'misdemeanor_a'),
  theft('PL 110/155.25', 'Attempted petit larceny', 'misdemeanor_b'),
  theft('PL 165.40', 'Criminal possession of stolen property, 5th degree', 'misdemeanor_a'),
  theft('PL 165.05', 'Unauthorized use of a vehicle, 3rd degree', 'misdemeanor_a'),
  theft('PL 165.15', 'Theft of services', 'misdemeanor_a'),
  theft('PL 140.35', "Possession of burglar's tools", 'misdemeanor_a'),

  fare('PL 165.15(3)', 'Theft of services, transportation', 'misdemeanor_a'),
  fare('PL 165.16', 'Unauthorized sale of certain transportation services', 'misdemeanor_b'),
  fare('21 NYCRR 1050.4', 'Payment of fare and access to transit facilities', 'violation'),

  assault('PL 120.00', 'Assault, 3rd degree', 'misdemeanor_a'),
  assault('PL 110/120.00', 'Attempted assault, 3rd degree', 'misdemeanor_b'),
  assault('PL 120.14', 'Menacing, 2nd degree', 'misdemeanor_a'),
  assault('PL 120.15', 'Menacing, 3rd degree', 'misdemeanor_b'),
  assault('PL 120.20', 'Reckless endangerment, 2nd degree', 'misdemeanor_a'),
  assault('PL 121.11', 'Criminal obstruction of breathing or blood circulation', 'misdemeanor_a'),
  assault('PL 130.52', 'Forcible touching', 'misdemeanor_a'),
  assault('PL 130.55', 'Sexual abuse, 3rd degree', 'misdemeanor_b'),
  assault('PL 240.26', 'Harassment, 2nd degree', 'violation'),

  domestic('PL 215.50', 'Criminal contempt, 2nd degree', 'misdemeanor_a'),
  domestic('PL 260.10', 'Endangering the welfare of a child', 'misdemeanor_a'),
  domestic('PL 120.45', 'Stalking, 4th degree', 'misdemeanor_b'),
  domestic('PL 240.30', 'Aggravated harassment, 2nd degree', 'misdemeanor_a'),

  trespass('PL 140.05', 'Trespass', 'violation'),
  trespass('PL 140.10', 'Criminal trespass, 3rd degree', 'misdemeanor_b'),
  trespass('PL 140.15', 'Criminal trespass, 2nd degree', 'misdemeanor_a'),

  weapon('PL 265.01', 'Criminal possession of a weapon, 4th degree', 'misdemeanor_a'),
  weapon('AC 10-133', 'Possession of knives or instruments', 'violation'),

  fraud('PL 165.71', 'Trademark counterfeiting, 3rd degree', 'misdemeanor_a'),
  fraud('PL 170.05', 'Forgery, 3rd degree', 'misdemeanor_a'),
  fraud('PL 170.20', 'Criminal possession of a forged instrument, 3rd degree', 'misdemeanor_a'),
  fraud('PL 170.25', 'Criminal possession of a forged instrument, 2nd degree', 'felony_d'),
  fraud('PL 175.30', 'Offering a false instrument for filing, 2nd degree', 'misdemeanor_a'),
  fraud('PL 190.23', 'False personation', 'misdemeanor_b'),
  fraud('PL 190.25', 'Criminal impersonation, 2nd degree', 'misdemeanor_a'),

  order('PL 195.05', 'Obstructing governmental administration, 2nd degree', 'misdemeanor_a'),
  order('PL 205.30', 'Resisting arrest', 'misdemeanor_a'),
  order('PL 230.00', 'Prostitution', 'misdemeanor_b'),
  order('PL 240.37(2)', 'Loitering for the purpose of engaging in a prostitution offense', 'violation', 2021),
  order('PL 240.20', 'Disorderly conduct', 'violation'),
  order('PL 240.35', 'Loitering', 'violation'),
  order('PL 240.40', 'Appearance in public under the influence of narcotics or a drug', 'violation'),
  order('PL 245.00', 'Public lewdness', 'misdemeanor_b'),
  order('AC 10-125(b)', 'Consumption of alcohol in public', 'violation'),
  order('AC 20-453', 'Unlicensed general vending', 'misdemeanor_unclassified'),
  order('AC 17-307', 'Unlicensed food vending', 'misdemeanor_unclassified'),

  traffic('VTL 509(1)', 'Unlicensed operation of a motor vehicle', 'traffic_infraction'),
  traffic('VTL 511(1)', 'Aggravated unlicensed operation, 3rd degree', 'misdemeanor_unclassified'),
  traffic('VTL 511(2)', 'Aggravated unlicensed operation, 2nd degree', 'misdemeanor_unclassified'),
  traffic('VTL 511(3)', 'Aggravated unlicensed operation, 1st degree', 'felony_e'),
  traffic('VTL 512', 'Operation while registration suspended or revoked', 'misdemeanor_unclassified'),
  traffic('VTL 600(1)', 'Leaving the scene of an incident, property damage', 'traffic_infraction'),
  traffic('VTL 1180', 'Speeding', 'traffic_infraction'),
  traffic('VTL 1192(1)', 'Driving while ability impaired by alcohol', 'traffic_infraction'),
  traffic('VTL 1192(2)', 'Driving while intoxicated, per se', 'misdemeanor_unclassified'),
  traffic('VTL 1192(3)', 'Driving while intoxicated', 'misdemeanor_unclassified'),
  traffic('VTL 1192(4)', 'Driving while ability impaired by drugs', 'misdemeanor_unclassified'),
  traffic('VTL 1212', 'Reckless driving', 'misdemeanor_unclassified'),

  other('PL 145.00', 'Criminal mischief, 4th degree', 'misdemeanor_a'),
  other('PL 145.60', 'Making graffiti', 'misdemeanor_a'),
  other('PL 145.65', 'Possession of graffiti instruments', 'misdemeanor_b'),
];
