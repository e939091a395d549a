/** The person's fields in the order in which a lawyer looks for them. */
export const personGroups = [
  {
    name: 'contact',
    fields: [
      'legalName',
      'preferredName',
      'aliases',
      'dateOfBirth',
      'phone',
      'phoneSafeToText',
      'smsConsent',
      'channel',
      'email',
      'language',
      'interpreter',
      'county',
      'emergencyContacts',
    ],
  },
  {
    name: 'posture',
    fields: [
      'aNumberState',
      'aNumber',
      'countryOfBirth',
      'proceedings',
      'priorRemovalOrder',
      'orderOfSupervision',
      'convictions',
      'postureKnownOn',
      'pendingRelief',
    ],
  },
  {
    name: 'family',
    fields: [
      'usCitizenOrLprSpouse',
      'usCitizenChildren',
      'minorChildrenAtHome',
      'primaryCaregiver',
      'caregiverPlan',
      'powerOfAttorney',
      'planReviewedOn',
      'schoolPickup',
      'medicalNeeds',
      'caregivers',
    ],
  },
  {
    name: 'representation',
    fields: ['assignedAttorneyId', 'representation', 'g28', 'conflictCheck', 'intakeSource', 'consents'],
  },
] as const;

export type PersonGroup = (typeof personGroups)[number]['name'];
