import type { FacilityFields } from '../../src/places/facility.fields.js';
import type { OfficeFields } from '../../src/places/office.fields.js';
import type { PlaceFields } from '../../src/places/place.fields.js';

/** An entry of a common list; every organisation gets its own copy, which keeps the key. */
type Entry<T> = Omit<T, 'referenceKey' | 'zone'> & { referenceKey: string };
export type ReferencePlace = Entry<PlaceFields>;
export type ReferenceOffice = Entry<OfficeFields>;
export type ReferenceFacility = Entry<FacilityFields>;

export const referenceZone = 'America/New_York';

const inCity = (county: string) => ({ county, state: 'NY' });
const federalBuilding = 'Federal building: identification is asked for and bags are searched, so come early.';

/**
 * Places that clients of a New York clinic are called to. Where a building holds several agencies, each has an entry,
 * since going to the wrong counter is not going.
 */
export const newYorkPlaces: readonly ReferencePlace[] = [
  {
    referenceKey: 'ny_ice_26_federal_plaza',
    name: 'ICE, 26 Federal Plaza',
    kind: 'ice_office',
    addressLines: '26 Federal Plaza\nNew York, NY 10278',
    ...inCity('new_york'),
    entranceNotes: `${federalBuilding} The immigration court and USCIS are in the same building.`,
  },
  {
    referenceKey: 'ny_ice_201_varick',
    name: 'ICE, 201 Varick Street',
    kind: 'ice_office',
    addressLines: '201 Varick Street\nNew York, NY 10014',
    ...inCity('new_york'),
    entranceNotes: `${federalBuilding} An immigration court and holding rooms are in the same building.`,
  },
  {
    referenceKey: 'ny_isap_manhattan',
    name: 'ISAP (supervision contractor), Manhattan',
    kind: 'isap',
    ...inCity('new_york'),
    entranceNotes: 'Not in the ICE office itself; the address is on the appointment paper, check it each time.',
  },
  {
    referenceKey: 'nj_ice_newark_970_broad',
    name: 'ICE, 970 Broad Street, Newark',
    kind: 'ice_office',
    addressLines: 'Peter W. Rodino Federal Building\n970 Broad Street\nNewark, NJ 07102',
    county: 'nj_essex',
    state: 'NJ',
    entranceNotes: `${federalBuilding} The immigration court and USCIS are in the same building.`,
  },
  {
    referenceKey: 'ny_uscis_26_federal_plaza',
    name: 'USCIS New York City Field Office',
    kind: 'uscis',
    addressLines: '26 Federal Plaza\nNew York, NY 10278',
    ...inCity('new_york'),
    entranceNotes: `${federalBuilding} ICE and the immigration court are in the same building.`,
  },
  {
    referenceKey: 'ny_uscis_queens',
    name: 'USCIS Queens Field Office',
    kind: 'uscis',
    addressLines: '27-35 Jackson Avenue\nLong Island City, NY 11101',
    ...inCity('queens'),
  },
  {
    referenceKey: 'ny_uscis_long_island',
    name: 'USCIS Long Island Field Office',
    kind: 'uscis',
    addressLines: '30 Barretts Avenue\nHoltsville, NY 11742',
    ...inCity('ny_suffolk'),
  },
  {
    referenceKey: 'ny_uscis_asylum_bethpage',
    name: 'USCIS New York Asylum Office',
    kind: 'uscis',
    addressLines: '1065 Stewart Avenue\nBethpage, NY 11714',
    ...inCity('ny_nassau'),
  },
  {
    referenceKey: 'nj_uscis_newark',
    name: 'USCIS Newark Field Office',
    kind: 'uscis',
    addressLines: 'Peter W. Rodino Federal Building\n970 Broad Street\nNewark, NJ 07102',
    county: 'nj_essex',
    state: 'NJ',
    entranceNotes: `${federalBuilding} ICE and the immigration court are in the same building.`,
  },
  {
    referenceKey: 'ny_eoir_26_federal_plaza',
    name: 'Immigration Court, 26 Federal Plaza',
    kind: 'court',
    addressLines: '26 Federal Plaza, 12th floor\nNew York, NY 10278',
    ...inCity('new_york'),
    entranceNotes: `${federalBuilding} ICE is in the same building.`,
  },
  {
    referenceKey: 'ny_eoir_290_broadway',
    name: 'Immigration Court, 290 Broadway',
    kind: 'court',
    addressLines: '290 Broadway, 15th floor\nNew York, NY 10007',
    ...inCity('new_york'),
    entranceNotes: federalBuilding,
  },
  {
    referenceKey: 'ny_eoir_201_varick',
    name: 'Immigration Court, 201 Varick Street',
    kind: 'court',
    addressLines: '201 Varick Street\nNew York, NY 10014',
    ...inCity('new_york'),
    entranceNotes: `${federalBuilding} ICE is in the same building.`,
  },
  {
    referenceKey: 'nj_eoir_newark',
    name: 'Immigration Court, Newark',
    kind: 'court',
    addressLines: '970 Broad Street, 12th floor\nNewark, NJ 07102',
    county: 'nj_essex',
    state: 'NJ',
    entranceNotes: `${federalBuilding} ICE is in the same building.`,
  },
  {
    referenceKey: 'nj_eoir_elizabeth',
    name: 'Immigration Court, Elizabeth',
    kind: 'court',
    addressLines: '625 Evans Street\nElizabeth, NJ 07201',
    county: 'nj_union',
    state: 'NJ',
    entranceNotes: 'Inside the detention facility: identification is asked for and bags are searched.',
  },
  {
    referenceKey: 'ny_court_sdny',
    name: 'United States District Court, Southern District',
    kind: 'court',
    addressLines: '500 Pearl Street\nNew York, NY 10007',
    ...inCity('new_york'),
    entranceNotes: federalBuilding,
  },
  {
    referenceKey: 'ny_court_edny',
    name: 'United States District Court, Eastern District',
    kind: 'court',
    addressLines: '225 Cadman Plaza East\nBrooklyn, NY 11201',
    ...inCity('kings'),
    entranceNotes: federalBuilding,
  },
  {
    referenceKey: 'ny_criminal_bronx',
    name: 'Bronx Criminal Court',
    kind: 'court',
    addressLines: '215 East 161st Street\nBronx, NY 10451',
    ...inCity('bronx'),
  },
  {
    referenceKey: 'ny_criminal_bronx_hall_of_justice',
    name: 'Bronx County Hall of Justice',
    kind: 'court',
    addressLines: '265 East 161st Street\nBronx, NY 10451',
    ...inCity('bronx'),
  },
  {
    referenceKey: 'ny_criminal_kings',
    name: 'Brooklyn Criminal Court',
    kind: 'court',
    addressLines: '120 Schermerhorn Street\nBrooklyn, NY 11201',
    ...inCity('kings'),
  },
  {
    referenceKey: 'ny_criminal_red_hook',
    name: 'Red Hook Community Justice Center',
    kind: 'court',
    addressLines: '88 Visitation Place\nBrooklyn, NY 11231',
    ...inCity('kings'),
  },
  {
    referenceKey: 'ny_criminal_new_york',
    name: 'Manhattan Criminal Court',
    kind: 'court',
    addressLines: '100 Centre Street\nNew York, NY 10013',
    ...inCity('new_york'),
  },
  {
    referenceKey: 'ny_criminal_midtown',
    name: 'Midtown Community Court',
    kind: 'court',
    addressLines: '314 West 54th Street\nNew York, NY 10019',
    ...inCity('new_york'),
  },
  {
    referenceKey: 'ny_criminal_queens',
    name: 'Queens Criminal Court',
    kind: 'court',
    addressLines: '125-01 Queens Boulevard\nKew Gardens, NY 11415',
    ...inCity('queens'),
  },
  {
    referenceKey: 'ny_criminal_richmond',
    name: 'Staten Island Criminal Court',
    kind: 'court',
    addressLines: '26 Central Avenue\nStaten Island, NY 10301',
    ...inCity('richmond'),
  },
  {
    referenceKey: 'ny_family_bronx',
    name: 'Bronx Family Court',
    kind: 'court',
    addressLines: '900 Sheridan Avenue\nBronx, NY 10451',
    ...inCity('bronx'),
  },
  {
    referenceKey: 'ny_family_kings',
    name: 'Brooklyn Family Court',
    kind: 'court',
    addressLines: '330 Jay Street\nBrooklyn, NY 11201',
    ...inCity('kings'),
  },
  {
    referenceKey: 'ny_family_new_york',
    name: 'Manhattan Family Court',
    kind: 'court',
    addressLines: '60 Lafayette Street\nNew York, NY 10013',
    ...inCity('new_york'),
  },
  {
    referenceKey: 'ny_family_queens',
    name: 'Queens Family Court',
    kind: 'court',
    addressLines: '151-20 Jamaica Avenue\nJamaica, NY 11432',
    ...inCity('queens'),
  },
  {
    referenceKey: 'ny_family_richmond',
    name: 'Staten Island Family Court',
    kind: 'court',
    addressLines: '100 Richmond Terrace\nStaten Island, NY 10301',
    ...inCity('richmond'),
  },
];

const manhattan = { city: 'New York', state: 'NY' };
const federalPlaza = { addressLines: '26 Federal Plaza\nNew York, NY 10278', ...manhattan };
const varick = { addressLines: '201 Varick Street\nNew York, NY 10014', ...manhattan };

/** Offices whose letters and papers clients of a New York clinic bring. */
export const newYorkOffices: readonly ReferenceOffice[] = [
  {
    referenceKey: 'ny_ero_field_office',
    name: 'ERO New York Field Office',
    agency: 'ice_ero',
    ...federalPlaza,
  },
  {
    referenceKey: 'ny_ero_varick_fugitive_operations',
    name: 'ERO New York, 201 Varick Street',
    agency: 'ice_ero',
    unit: 'Fugitive Operations',
    ...varick,
  },
  {
    referenceKey: 'ny_ero_varick_criminal_alien_program',
    name: 'ERO New York, 201 Varick Street',
    agency: 'ice_ero',
    unit: 'Criminal Alien Program',
    ...varick,
  },
  {
    referenceKey: 'ny_ero_varick',
    name: 'ERO New York, 201 Varick Street',
    agency: 'ice_ero',
    ...varick,
  },
  {
    referenceKey: 'ny_ero_central_islip',
    name: 'ERO Long Island Sub-Office',
    agency: 'ice_ero',
    city: 'Central Islip',
    state: 'NY',
  },
  {
    referenceKey: 'nj_ero_newark_field_office',
    name: 'ERO Newark Field Office',
    agency: 'ice_ero',
    addressLines: '614 Frelinghuysen Avenue, 3rd floor\nNewark, NJ 07114',
    city: 'Newark',
    state: 'NJ',
  },
  {
    referenceKey: 'ny_ero_buffalo_field_office',
    name: 'ERO Buffalo Field Office',
    agency: 'ice_ero',
    addressLines: '250 Delaware Avenue\nBuffalo, NY 14202',
    city: 'Buffalo',
    state: 'NY',
  },
  {
    referenceKey: 'vt_ice_law_enforcement_support_center',
    name: 'ICE Law Enforcement Support Center',
    agency: 'ice_ero',
    addressLines: '188 Harvest Lane\nWilliston, VT 05495',
    city: 'Williston',
    state: 'VT',
  },
  {
    referenceKey: 'ny_hsi_new_york',
    name: 'HSI New York',
    agency: 'ice_hsi',
    addressLines: '601 West 26th Street\nNew York, NY 10001',
    ...manhattan,
  },
  {
    referenceKey: 'ny_opla_26_federal_plaza',
    name: 'Office of the Principal Legal Advisor, New York',
    agency: 'ice_opla',
    ...federalPlaza,
  },
  {
    referenceKey: 'ny_opla_varick',
    name: 'Office of the Principal Legal Advisor, Varick Street',
    agency: 'ice_opla',
    ...varick,
  },
  {
    referenceKey: 'ny_uscis_new_york_city',
    name: 'USCIS New York City Field Office',
    agency: 'uscis',
    ...federalPlaza,
  },
  {
    referenceKey: 'ny_uscis_queens',
    name: 'USCIS Queens Field Office',
    agency: 'uscis',
    addressLines: '27-35 Jackson Avenue\nLong Island City, NY 11101',
    city: 'Long Island City',
    state: 'NY',
  },
  {
    referenceKey: 'ny_eoir_26_federal_plaza',
    name: 'Immigration Court, 26 Federal Plaza',
    agency: 'eoir',
    ...federalPlaza,
  },
  {
    referenceKey: 'ny_eoir_290_broadway',
    name: 'Immigration Court, 290 Broadway',
    agency: 'eoir',
    addressLines: '290 Broadway\nNew York, NY 10007',
    ...manhattan,
  },
  {
    referenceKey: 'ny_eoir_201_varick',
    name: 'Immigration Court, 201 Varick Street',
    agency: 'eoir',
    ...varick,
  },
];

/** Where people arrested by the New York and Newark field offices were held in 2018, and after. */
export const newYorkFacilities: readonly ReferenceFacility[] = [
  { referenceKey: 'nj_hudson', name: 'Hudson County Correctional Facility', city: 'Kearny', state: 'NJ' },
  { referenceKey: 'nj_bergen', name: 'Bergen County Jail', city: 'Hackensack', state: 'NJ' },
  { referenceKey: 'nj_essex', name: 'Essex County Correctional Facility', city: 'Newark', state: 'NJ' },
  { referenceKey: 'nj_elizabeth', name: 'Elizabeth Contract Detention Facility', city: 'Elizabeth', state: 'NJ' },
  { referenceKey: 'ny_orange', name: 'Orange County Correctional Facility', city: 'Goshen', state: 'NY' },
  { referenceKey: 'ny_varick_hold', name: 'Varick Street holding rooms', city: 'New York', state: 'NY' },
  { referenceKey: 'ny_albany', name: 'Albany County Correctional Facility', city: 'Albany', state: 'NY' },
  { referenceKey: 'ny_buffalo_batavia', name: 'Buffalo Federal Detention Facility', city: 'Batavia', state: 'NY' },
  { referenceKey: 'pa_york', name: 'York County Prison', city: 'York', state: 'PA' },
  { referenceKey: 'pa_pike', name: 'Pike County Correctional Facility', city: 'Lords Valley', state: 'PA' },
];
