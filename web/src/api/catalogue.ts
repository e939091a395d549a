// Written by `npm run api` from ../openapi.json.
export const catalogue = {
  "CreateClient": {
    "legalName": {
      "kind": "text",
      "purpose": "Names you on filings, and lets us find your case when you call.",
      "required": true,
      "max": 200
    },
    "preferredName": {
      "kind": "text",
      "purpose": "Lets us call you by the name you use.",
      "max": 200
    },
    "aliases": {
      "kind": "text",
      "purpose": "Finds your case and your records under other spellings and names.",
      "max": 500
    },
    "dateOfBirth": {
      "kind": "date",
      "purpose": "Tells you apart from people of the same name, and finds you in the detainee locator."
    },
    "ageBand": {
      "kind": "choice",
      "purpose": "Shows which ages are called in without keeping a date of birth, and whether rules for minors apply.",
      "values": [
        "minor",
        "18_24",
        "25_34",
        "35_44",
        "45_54",
        "55_plus",
        "unknown"
      ]
    },
    "channel": {
      "kind": "choice",
      "purpose": "Reaches you in the way you chose.",
      "values": [
        "sms",
        "voice",
        "email",
        "in_person_only",
        "via_trusted_contact"
      ]
    },
    "phone": {
      "kind": "text",
      "purpose": "Lets us call you, and remind you where you agreed to it.",
      "max": 16
    },
    "phoneSafeToText": {
      "kind": "choice",
      "purpose": "Keeps messages away from a phone that someone else may read.",
      "values": [
        "yes",
        "no",
        "unknown"
      ]
    },
    "smsConsent": {
      "kind": "choice",
      "purpose": "Makes sure that only people who agreed get text messages.",
      "values": [
        "opted_in",
        "opted_out",
        "not_asked"
      ]
    },
    "email": {
      "kind": "text",
      "purpose": "Lets us write to you where you prefer e-mail.",
      "max": 254
    },
    "address": {
      "kind": "text",
      "purpose": "Collected only where your clinic says in writing why it needs it, such as filing a change of address.",
      "max": 500
    },
    "emergencyContacts": {
      "kind": "parts",
      "purpose": "Tells us whom to call if you do not come out of an appointment.",
      "parts": "EmergencyContact"
    },
    "language": {
      "kind": "text",
      "purpose": "Gets you reminders, handouts and interpreters in your language.",
      "max": 35
    },
    "interpreter": {
      "kind": "choice",
      "purpose": "Books the interpreter you need for a meeting.",
      "values": [
        "none",
        "spoken",
        "asl",
        "other_sign_language"
      ]
    },
    "county": {
      "kind": "text",
      "purpose": "Shows in which boroughs and counties people are called in.",
      "max": 60
    },
    "aNumberState": {
      "kind": "choice",
      "purpose": "Tells your lawyer whether immigration authorities already have a file on you.",
      "values": [
        "has",
        "none",
        "unknown",
        "withheld"
      ]
    },
    "aNumber": {
      "kind": "text",
      "purpose": "Finds you in the detainee locator and the court hotline, and names your file on filings.",
      "max": 9
    },
    "countryOfBirth": {
      "kind": "text",
      "purpose": "Is asked for by the detainee locator when we look for someone in custody.",
      "max": 100
    },
    "postureKnownOn": {
      "kind": "date",
      "purpose": "Says how fresh what we know of your immigration situation is."
    },
    "proceedings": {
      "kind": "choice",
      "purpose": "Lets your lawyer judge the risk of an appointment, and shows who is called in.",
      "values": [
        "not_in_proceedings",
        "in_proceedings",
        "withholding_only",
        "expedited_removal",
        "appeal_pending",
        "final_order",
        "closed_or_terminated",
        "unknown",
        "withheld"
      ]
    },
    "priorRemovalOrder": {
      "kind": "choice",
      "purpose": "Lets your lawyer judge whether you could be removed without a hearing, and shows who is called in.",
      "values": [
        "none",
        "outstanding",
        "in_absentia",
        "executed",
        "reinstated",
        "unknown",
        "withheld"
      ]
    },
    "orderOfSupervision": {
      "kind": "flag",
      "purpose": "Says whether you already report to ICE, and shows whether people who do are called in."
    },
    "convictions": {
      "kind": "choice",
      "purpose": "Lets your lawyer judge the risk, and shows whether people without convictions are called in.",
      "values": [
        "none",
        "violation",
        "misdemeanor",
        "felony",
        "qualifying_170",
        "unknown",
        "withheld"
      ]
    },
    "pendingRelief": {
      "kind": "choices",
      "purpose": "Shows your lawyer what protects you, and shows whether people with applications are called in.",
      "values": [
        "family_petition",
        "adjustment",
        "asylum",
        "withholding",
        "cat",
        "u",
        "t",
        "vawa",
        "sijs",
        "daca",
        "tps",
        "cancellation",
        "provisional_waiver",
        "motion_to_reopen",
        "appeal",
        "other",
        "none",
        "unknown"
      ]
    },
    "usCitizenOrLprSpouse": {
      "kind": "flag",
      "purpose": "May support a request for release or an application, and shows which families are affected."
    },
    "usCitizenChildren": {
      "kind": "count",
      "purpose": "May support a request for release or an application, and shows how many children are affected."
    },
    "minorChildrenAtHome": {
      "kind": "count",
      "purpose": "Reminds us to plan for the children before an appointment, and shows how many are affected."
    },
    "primaryCaregiver": {
      "kind": "flag",
      "purpose": "Supports a request for release, since others depend on your care."
    },
    "medicalNeeds": {
      "kind": "text",
      "purpose": "Lets us demand medicine and care for you if you are held.",
      "max": 5000
    },
    "caregiverPlan": {
      "kind": "choice",
      "purpose": "Says who may care for your children if you are held; in New York an official letter can itself activate a standby guardian.",
      "values": [
        "none",
        "informal",
        "designation_form",
        "standby_guardian",
        "court_order"
      ]
    },
    "caregivers": {
      "kind": "parts",
      "purpose": "Tells us whom to call for your children if you do not come out of an appointment.",
      "parts": "Caregiver"
    },
    "schoolPickup": {
      "kind": "text",
      "purpose": "Makes sure that your children are fetched on the day of an appointment.",
      "max": 2000
    },
    "powerOfAttorney": {
      "kind": "flag",
      "purpose": "Says whether someone can act for you, at the bank or the school, if you are held."
    },
    "planReviewedOn": {
      "kind": "date",
      "purpose": "Reminds us to go through your safety plan again with you."
    },
    "representation": {
      "kind": "choice",
      "purpose": "Says what our office does for you, and shows what having a lawyer changes.",
      "values": [
        "unrepresented",
        "limited",
        "full",
        "referred",
        "co_counsel"
      ]
    },
    "g28": {
      "kind": "choice",
      "purpose": "Says whether officers have been told that you have a lawyer and must let the lawyer in.",
      "values": [
        "none",
        "signed_unfiled",
        "filed_ice",
        "filed_uscis",
        "filed_eoir"
      ]
    },
    "assignedAttorneyId": {
      "kind": "reference",
      "purpose": "Names the lawyer who answers for your case."
    },
    "conflictCheck": {
      "kind": "choice",
      "purpose": "Makes sure that our office may advise you without hurting another client.",
      "values": [
        "pending",
        "cleared",
        "potential",
        "waived",
        "declined"
      ]
    },
    "consents": {
      "kind": "parts",
      "purpose": "Records what you agreed to, and when you took it back.",
      "parts": "Consent"
    },
    "intakeSource": {
      "kind": "choice",
      "purpose": "Shows how people find us, so that more can.",
      "values": [
        "arraignment",
        "hotline",
        "walk_in",
        "referral",
        "court",
        "family",
        "other"
      ]
    }
  },
  "ChangeClient": {
    "legalName": {
      "kind": "text",
      "purpose": "Names you on filings, and lets us find your case when you call.",
      "max": 200
    },
    "preferredName": {
      "kind": "text",
      "purpose": "Lets us call you by the name you use.",
      "max": 200
    },
    "aliases": {
      "kind": "text",
      "purpose": "Finds your case and your records under other spellings and names.",
      "max": 500
    },
    "dateOfBirth": {
      "kind": "date",
      "purpose": "Tells you apart from people of the same name, and finds you in the detainee locator."
    },
    "ageBand": {
      "kind": "choice",
      "purpose": "Shows which ages are called in without keeping a date of birth, and whether rules for minors apply.",
      "values": [
        "minor",
        "18_24",
        "25_34",
        "35_44",
        "45_54",
        "55_plus",
        "unknown"
      ]
    },
    "channel": {
      "kind": "choice",
      "purpose": "Reaches you in the way you chose.",
      "values": [
        "sms",
        "voice",
        "email",
        "in_person_only",
        "via_trusted_contact"
      ]
    },
    "phone": {
      "kind": "text",
      "purpose": "Lets us call you, and remind you where you agreed to it.",
      "max": 16
    },
    "phoneSafeToText": {
      "kind": "choice",
      "purpose": "Keeps messages away from a phone that someone else may read.",
      "values": [
        "yes",
        "no",
        "unknown"
      ]
    },
    "smsConsent": {
      "kind": "choice",
      "purpose": "Makes sure that only people who agreed get text messages.",
      "values": [
        "opted_in",
        "opted_out",
        "not_asked"
      ]
    },
    "email": {
      "kind": "text",
      "purpose": "Lets us write to you where you prefer e-mail.",
      "max": 254
    },
    "address": {
      "kind": "text",
      "purpose": "Collected only where your clinic says in writing why it needs it, such as filing a change of address.",
      "max": 500
    },
    "emergencyContacts": {
      "kind": "parts",
      "purpose": "Tells us whom to call if you do not come out of an appointment.",
      "parts": "EmergencyContact"
    },
    "language": {
      "kind": "text",
      "purpose": "Gets you reminders, handouts and interpreters in your language.",
      "max": 35
    },
    "interpreter": {
      "kind": "choice",
      "purpose": "Books the interpreter you need for a meeting.",
      "values": [
        "none",
        "spoken",
        "asl",
        "other_sign_language"
      ]
    },
    "county": {
      "kind": "text",
      "purpose": "Shows in which boroughs and counties people are called in.",
      "max": 60
    },
    "aNumberState": {
      "kind": "choice",
      "purpose": "Tells your lawyer whether immigration authorities already have a file on you.",
      "values": [
        "has",
        "none",
        "unknown",
        "withheld"
      ]
    },
    "aNumber": {
      "kind": "text",
      "purpose": "Finds you in the detainee locator and the court hotline, and names your file on filings.",
      "max": 9
    },
    "countryOfBirth": {
      "kind": "text",
      "purpose": "Is asked for by the detainee locator when we look for someone in custody.",
      "max": 100
    },
    "postureKnownOn": {
      "kind": "date",
      "purpose": "Says how fresh what we know of your immigration situation is."
    },
    "proceedings": {
      "kind": "choice",
      "purpose": "Lets your lawyer judge the risk of an appointment, and shows who is called in.",
      "values": [
        "not_in_proceedings",
        "in_proceedings",
        "withholding_only",
        "expedited_removal",
        "appeal_pending",
        "final_order",
        "closed_or_terminated",
        "unknown",
        "withheld"
      ]
    },
    "priorRemovalOrder": {
      "kind": "choice",
      "purpose": "Lets your lawyer judge whether you could be removed without a hearing, and shows who is called in.",
      "values": [
        "none",
        "outstanding",
        "in_absentia",
        "executed",
        "reinstated",
        "unknown",
        "withheld"
      ]
    },
    "orderOfSupervision": {
      "kind": "flag",
      "purpose": "Says whether you already report to ICE, and shows whether people who do are called in."
    },
    "convictions": {
      "kind": "choice",
      "purpose": "Lets your lawyer judge the risk, and shows whether people without convictions are called in.",
      "values": [
        "none",
        "violation",
        "misdemeanor",
        "felony",
        "qualifying_170",
        "unknown",
        "withheld"
      ]
    },
    "pendingRelief": {
      "kind": "choices",
      "purpose": "Shows your lawyer what protects you, and shows whether people with applications are called in.",
      "values": [
        "family_petition",
        "adjustment",
        "asylum",
        "withholding",
        "cat",
        "u",
        "t",
        "vawa",
        "sijs",
        "daca",
        "tps",
        "cancellation",
        "provisional_waiver",
        "motion_to_reopen",
        "appeal",
        "other",
        "none",
        "unknown"
      ]
    },
    "usCitizenOrLprSpouse": {
      "kind": "flag",
      "purpose": "May support a request for release or an application, and shows which families are affected."
    },
    "usCitizenChildren": {
      "kind": "count",
      "purpose": "May support a request for release or an application, and shows how many children are affected."
    },
    "minorChildrenAtHome": {
      "kind": "count",
      "purpose": "Reminds us to plan for the children before an appointment, and shows how many are affected."
    },
    "primaryCaregiver": {
      "kind": "flag",
      "purpose": "Supports a request for release, since others depend on your care."
    },
    "medicalNeeds": {
      "kind": "text",
      "purpose": "Lets us demand medicine and care for you if you are held.",
      "max": 5000
    },
    "caregiverPlan": {
      "kind": "choice",
      "purpose": "Says who may care for your children if you are held; in New York an official letter can itself activate a standby guardian.",
      "values": [
        "none",
        "informal",
        "designation_form",
        "standby_guardian",
        "court_order"
      ]
    },
    "caregivers": {
      "kind": "parts",
      "purpose": "Tells us whom to call for your children if you do not come out of an appointment.",
      "parts": "Caregiver"
    },
    "schoolPickup": {
      "kind": "text",
      "purpose": "Makes sure that your children are fetched on the day of an appointment.",
      "max": 2000
    },
    "powerOfAttorney": {
      "kind": "flag",
      "purpose": "Says whether someone can act for you, at the bank or the school, if you are held."
    },
    "planReviewedOn": {
      "kind": "date",
      "purpose": "Reminds us to go through your safety plan again with you."
    },
    "representation": {
      "kind": "choice",
      "purpose": "Says what our office does for you, and shows what having a lawyer changes.",
      "values": [
        "unrepresented",
        "limited",
        "full",
        "referred",
        "co_counsel"
      ]
    },
    "g28": {
      "kind": "choice",
      "purpose": "Says whether officers have been told that you have a lawyer and must let the lawyer in.",
      "values": [
        "none",
        "signed_unfiled",
        "filed_ice",
        "filed_uscis",
        "filed_eoir"
      ]
    },
    "assignedAttorneyId": {
      "kind": "reference",
      "purpose": "Names the lawyer who answers for your case."
    },
    "conflictCheck": {
      "kind": "choice",
      "purpose": "Makes sure that our office may advise you without hurting another client.",
      "values": [
        "pending",
        "cleared",
        "potential",
        "waived",
        "declined"
      ]
    },
    "consents": {
      "kind": "parts",
      "purpose": "Records what you agreed to, and when you took it back.",
      "parts": "Consent"
    },
    "intakeSource": {
      "kind": "choice",
      "purpose": "Shows how people find us, so that more can.",
      "values": [
        "arraignment",
        "hotline",
        "walk_in",
        "referral",
        "court",
        "family",
        "other"
      ]
    },
    "restricted": {
      "kind": "flag",
      "purpose": "Closes the file to everyone in the office but the people named."
    },
    "allowedUserIds": {
      "kind": "references",
      "purpose": "Names the people of the office who may open the file while it is restricted."
    },
    "retentionClass": {
      "kind": "choice",
      "purpose": "Says how long the file is kept after it is closed.",
      "values": [
        "short",
        "standard",
        "extended"
      ]
    },
    "reviewOn": {
      "kind": "date",
      "purpose": "Says when two people look at the file again, to purge it or to keep it longer."
    }
  },
  "CreateArrest": {
    "arrestedOn": {
      "kind": "date",
      "purpose": "Orders what happened, and shows how long letters take after an arrest.",
      "required": true
    },
    "arrestedOnPrecision": {
      "kind": "choice",
      "purpose": "Says how exactly the date of the arrest is known.",
      "values": [
        "exact",
        "day_range",
        "week",
        "month",
        "unknown"
      ]
    },
    "agency": {
      "kind": "choice",
      "purpose": "Shows which police's arrests are followed by letters.",
      "values": [
        "nypd",
        "mta_police",
        "port_authority_police",
        "state_police",
        "sheriff",
        "court_officers",
        "federal",
        "other",
        "unknown"
      ]
    },
    "precinct": {
      "kind": "text",
      "purpose": "Shows which precincts' arrests are followed by letters.",
      "max": 20
    },
    "county": {
      "kind": "text",
      "purpose": "Shows in which counties arrests are followed by letters, and names the court.",
      "max": 60
    },
    "process": {
      "kind": "choice",
      "purpose": "Shows whether people who only got a ticket are called in too.",
      "values": [
        "summary_arrest",
        "desk_appearance_ticket",
        "criminal_summons",
        "civil_summons",
        "warrant",
        "other",
        "unknown"
      ]
    },
    "release": {
      "kind": "choice",
      "purpose": "Says how the arrest ended, and whether a judge has seen it.",
      "values": [
        "precinct_release",
        "arraigned",
        "declined",
        "held",
        "unknown"
      ]
    },
    "chargeStatute": {
      "kind": "text",
      "purpose": "Lets your lawyer judge what the charge means for your immigration case.",
      "max": 40
    },
    "chargeDescription": {
      "kind": "text",
      "purpose": "Says in words what you were charged with.",
      "max": 200
    },
    "chargeLevel": {
      "kind": "choice",
      "purpose": "Shows whether letters follow low-level charges.",
      "required": true,
      "values": [
        "traffic_infraction",
        "violation",
        "misdemeanor_unclassified",
        "misdemeanor_b",
        "misdemeanor_a",
        "felony_e",
        "felony_d",
        "felony_c",
        "felony_b",
        "felony_a",
        "unknown"
      ]
    },
    "chargeCategory": {
      "kind": "choice",
      "purpose": "Shows which kinds of charges are followed by letters.",
      "values": [
        "drug_or_marijuana",
        "theft",
        "assault",
        "trespass",
        "fare_evasion",
        "traffic",
        "domestic",
        "weapon",
        "fraud",
        "public_order",
        "other"
      ]
    },
    "printBasis": {
      "kind": "choice",
      "purpose": "Lets your lawyer check whether the police were allowed to fingerprint you.",
      "values": [
        "felony",
        "penal_law_misdemeanor",
        "misdemeanor_outside_penal_law",
        "loitering_for_prostitution",
        "identity_unascertained",
        "warrant_suspected",
        "not_required",
        "other",
        "unknown"
      ]
    },
    "disposition": {
      "kind": "choice",
      "purpose": "Lets your lawyer judge the risk, and shows whether people without convictions are called in.",
      "values": [
        "pending",
        "declined",
        "dismissed",
        "acd",
        "plea_violation",
        "plea_misdemeanor",
        "plea_felony",
        "convicted",
        "acquitted",
        "youthful_offender",
        "sealed",
        "unknown"
      ]
    },
    "dispositionOn": {
      "kind": "date",
      "purpose": "Says since when the criminal case is over."
    },
    "detainer": {
      "kind": "choice",
      "purpose": "Says whether immigration authorities already asked the police to hold you.",
      "values": [
        "none",
        "i_247a",
        "unknown"
      ]
    },
    "nextCourtOn": {
      "kind": "date",
      "purpose": "Reminds you of your court date, and warns us of an arrest at the courthouse."
    },
    "notes": {
      "kind": "text",
      "purpose": "Keeps what your lawyer needs to remember of the arrest.",
      "max": 10000
    }
  },
  "CreateFingerprintEvent": {
    "takenOn": {
      "kind": "date",
      "purpose": "Shows how long letters take after fingerprints, and when to watch the mail.",
      "required": true
    },
    "takenOnPrecision": {
      "kind": "choice",
      "purpose": "Says how exactly the date of the fingerprints is known.",
      "values": [
        "exact",
        "day_range",
        "week",
        "month",
        "unknown"
      ]
    },
    "agency": {
      "kind": "choice",
      "purpose": "Shows which agencies' fingerprints are followed by letters.",
      "values": [
        "nypd",
        "mta_police",
        "port_authority_police",
        "state_police",
        "sheriff",
        "other_police",
        "jail_or_prison",
        "court",
        "probation_or_parole",
        "licensing_vendor",
        "uscis",
        "ice",
        "cbp",
        "other_federal",
        "other",
        "unknown"
      ]
    },
    "method": {
      "kind": "choice",
      "purpose": "Says whether the fingerprints went out electronically, and so how fast.",
      "values": [
        "livescan",
        "ink",
        "mobile",
        "none",
        "unknown"
      ]
    },
    "arrestId": {
      "kind": "reference",
      "purpose": "Says which arrest the fingerprints belong to."
    },
    "reason": {
      "kind": "choice",
      "purpose": "Shows which reasons for fingerprinting are followed by letters.",
      "required": true,
      "values": [
        "arrest",
        "jail_admission",
        "criminal_inquiry",
        "juvenile",
        "release",
        "probation_parole",
        "registry",
        "civil_inquiry",
        "immigration_biometrics",
        "border_or_entry",
        "unknown"
      ]
    },
    "civilReason": {
      "kind": "choice",
      "purpose": "Shows whether people fingerprinted for a family or a job are called in too.",
      "values": [
        "adoption",
        "guardianship",
        "custody",
        "foster_care",
        "household_member",
        "employment_licence",
        "security_guard",
        "tlc",
        "childcare",
        "home_health",
        "school",
        "firearm",
        "record_review",
        "other"
      ]
    },
    "path": {
      "kind": "parts",
      "purpose": "Lets your lawyer show how the fingerprints reached ICE.",
      "parts": "PathNode"
    },
    "hitType": {
      "kind": "choice",
      "purpose": "Shows what in a record leads to a letter.",
      "values": [
        "prior_deportation_flag",
        "ident_match",
        "foreign_birth_no_match",
        "direct_ice_query",
        "none_known",
        "unknown"
      ]
    },
    "notes": {
      "kind": "text",
      "purpose": "Keeps what your lawyer needs to remember of the fingerprinting.",
      "max": 10000
    }
  },
  "CreateLetter": {
    "receivedOn": {
      "kind": "date",
      "purpose": "Shows how much notice people get, and counts letters by month.",
      "required": true
    },
    "receivedOnPrecision": {
      "kind": "choice",
      "purpose": "Says how exactly the day of arrival is known.",
      "values": [
        "exact",
        "day_range",
        "week",
        "month",
        "unknown"
      ]
    },
    "letterDatedOn": {
      "kind": "date",
      "purpose": "Shows how long letters take after fingerprints."
    },
    "letterDatedOnPrecision": {
      "kind": "choice",
      "purpose": "Says how exactly the date on the letter is known.",
      "values": [
        "exact",
        "day_range",
        "week",
        "month",
        "unknown"
      ]
    },
    "postmarkedOn": {
      "kind": "date",
      "purpose": "Shows how long letters take after fingerprints when they bear no date."
    },
    "postmarkedOnPrecision": {
      "kind": "choice",
      "purpose": "Says how exactly the postmark can be read.",
      "values": [
        "exact",
        "day_range",
        "week",
        "month",
        "unknown"
      ]
    },
    "form": {
      "kind": "choice",
      "purpose": "Lets your lawyer judge what the letter can demand, and shows which letters are sent.",
      "values": [
        "g_56",
        "unnumbered_call_in",
        "i_220b_reporting",
        "isap_notice",
        "i_200",
        "i_205",
        "i_166",
        "i_340",
        "i_247a",
        "nta_i_862",
        "hearing_notice",
        "uscis_notice",
        "subpoena",
        "other",
        "unknown"
      ]
    },
    "delivery": {
      "kind": "choice",
      "purpose": "Shows how the letters are delivered.",
      "values": [
        "usps_first_class",
        "certified",
        "courier",
        "hand_delivered",
        "posted_on_door",
        "phone_call",
        "text_message",
        "email",
        "visit",
        "other",
        "unknown"
      ]
    },
    "addressedTo": {
      "kind": "choice",
      "purpose": "Shows whether family and lawyers are written to as well.",
      "values": [
        "client",
        "family",
        "attorney",
        "employer",
        "other_name",
        "unknown"
      ]
    },
    "issuingOfficeId": {
      "kind": "reference",
      "purpose": "Shows which offices send the letters."
    },
    "reportingPlaceId": {
      "kind": "reference",
      "purpose": "Says where you are told to come, and shows where people are called to."
    },
    "reportAt": {
      "kind": "instant",
      "purpose": "Says when you are told to come, and shows how much notice people get."
    },
    "zone": {
      "kind": "text",
      "purpose": "Makes sure that the time is that of the place."
    },
    "room": {
      "kind": "text",
      "purpose": "Brings you and your companion to the right door.",
      "max": 60
    },
    "officialName": {
      "kind": "text",
      "purpose": "Lets your lawyer call the official who signed the letter.",
      "max": 120
    },
    "officialTitle": {
      "kind": "choice",
      "purpose": "Shows who signs the letters.",
      "values": [
        "supervisory_deportation_officer",
        "deportation_officer",
        "assistant_field_office_director",
        "field_office_director",
        "special_agent",
        "other",
        "none"
      ]
    },
    "askFor": {
      "kind": "choice",
      "purpose": "Says whom to ask for, and shows whether letters name anyone.",
      "values": [
        "deportation_officer",
        "named_officer",
        "other"
      ]
    },
    "statedReason": {
      "kind": "choice",
      "purpose": "Shows what reasons the letters give.",
      "values": [
        "official_matter",
        "interview",
        "case_review",
        "check_in",
        "custody_review",
        "biometrics",
        "pick_up_documents",
        "removal",
        "other",
        "none_stated"
      ]
    },
    "verbatim": {
      "kind": "text",
      "purpose": "Keeps the wording of the letter for your lawyer.",
      "max": 5000
    },
    "authorityCited": {
      "kind": "choice",
      "purpose": "Shows whether the letters name a law that obliges anyone.",
      "values": [
        "none",
        "statute",
        "regulation",
        "order"
      ]
    },
    "mentionsDetention": {
      "kind": "choice",
      "purpose": "Shows whether people are warned that they may be held.",
      "values": [
        "yes",
        "no",
        "unknown"
      ]
    },
    "documentsDemanded": {
      "kind": "choices",
      "purpose": "Lets your lawyer advise what to bring, and shows what is demanded.",
      "values": [
        "immigration_documents",
        "valid_passport",
        "this_letter",
        "photo_id",
        "travel_document",
        "address_proof",
        "birth_certificate",
        "work_permit",
        "court_papers",
        "children",
        "other"
      ]
    },
    "sequence": {
      "kind": "choice",
      "purpose": "Shows whether people who do not come are written to again.",
      "values": [
        "first",
        "second",
        "later",
        "unknown"
      ]
    },
    "evidenceGrade": {
      "kind": "choice",
      "purpose": "Says how well the letter is documented, so that figures can be trusted.",
      "required": true,
      "values": [
        "seen_original",
        "seen_copy",
        "attorney_attested",
        "client_report",
        "hearsay"
      ]
    },
    "trigger": {
      "kind": "choice",
      "purpose": "Shows what leads to letters.",
      "values": [
        "arrest_print",
        "civil_print",
        "pending_application",
        "denied_application",
        "prior_order",
        "unknown"
      ]
    },
    "confidence": {
      "kind": "choice",
      "purpose": "Says how sure we are of what led to the letter.",
      "values": [
        "documented",
        "probable",
        "possible"
      ]
    },
    "fingerprintEventId": {
      "kind": "reference",
      "purpose": "Says which fingerprints the letter seems to follow."
    },
    "decision": {
      "kind": "choice",
      "purpose": "Keeps what you decided after advice, so that nobody asks you twice.",
      "values": [
        "undecided",
        "attend_with_counsel",
        "attend_accompanied",
        "attend_alone",
        "request_reschedule",
        "written_response",
        "declined_after_advice"
      ]
    },
    "advisedOn": {
      "kind": "date",
      "purpose": "Proves that you were advised before the appointment."
    },
    "advisedById": {
      "kind": "reference",
      "purpose": "Names the lawyer who advised you."
    },
    "reachedUsVia": {
      "kind": "choice",
      "purpose": "Shows how letters become known, and so how many may stay unknown.",
      "values": [
        "client",
        "family",
        "hotline",
        "partner",
        "court",
        "outreach",
        "other"
      ]
    },
    "notes": {
      "kind": "text",
      "purpose": "Keeps what your lawyer needs to remember of the letter.",
      "max": 10000
    }
  },
  "CreateAppointment": {
    "kind": {
      "kind": "choice",
      "purpose": "Says what the appointment is, and shows what happens at which kind.",
      "required": true,
      "values": [
        "call_in_letter",
        "ice_check_in",
        "high_risk_ice_check_in",
        "osup_check_in",
        "isap_visit",
        "stay_or_deferred_action_request",
        "uscis_biometrics",
        "uscis_interview",
        "asylum_interview",
        "master_calendar",
        "individual_hearing",
        "bond_hearing",
        "criminal_court",
        "family_court",
        "other"
      ]
    },
    "startsAt": {
      "kind": "instant",
      "purpose": "Reminds you in time, and shows how much notice people get.",
      "required": true
    },
    "zone": {
      "kind": "text",
      "purpose": "Makes sure that the time is that of the place."
    },
    "placeId": {
      "kind": "reference",
      "purpose": "Says where to come, and shows where what happens.",
      "required": true
    },
    "room": {
      "kind": "text",
      "purpose": "Brings you and your companion to the right door.",
      "max": 60
    },
    "letterId": {
      "kind": "reference",
      "purpose": "Says which letter told you to come."
    },
    "status": {
      "kind": "choice",
      "purpose": "Says whether the appointment stands, so that reminders go out only when it does.",
      "values": [
        "proposed",
        "scheduled",
        "rescheduled_by_ice",
        "rescheduled_by_counsel",
        "cancelled",
        "completed",
        "missed"
      ]
    },
    "cap": {
      "kind": "count",
      "purpose": "Keeps companions to the number that you want or the place admits."
    }
  },
  "CreateCustodyEvent": {
    "kind": {
      "kind": "choice",
      "purpose": "Tells your lawyer and family what happened, and shows what follows a letter.",
      "required": true,
      "values": [
        "detained",
        "transferred",
        "nta_served",
        "bond_set",
        "bond_posted",
        "bond_denied",
        "hearing",
        "fear_interview",
        "removal_ordered",
        "stay_filed",
        "stay_decided",
        "habeas_filed",
        "habeas_decided",
        "released",
        "removed",
        "located",
        "not_located"
      ]
    },
    "at": {
      "kind": "instant",
      "purpose": "Starts deadlines, and shows how long people are held.",
      "required": true
    },
    "zone": {
      "kind": "text",
      "purpose": "Makes sure that the time is that of the place."
    },
    "facilityId": {
      "kind": "reference",
      "purpose": "Says where you are held, and shows where people are taken."
    },
    "state": {
      "kind": "text",
      "purpose": "Says which courts are responsible, and shows how far away people are taken.",
      "max": 2
    },
    "basis": {
      "kind": "choice",
      "purpose": "Tells your lawyer whether you can ask for a bond.",
      "values": [
        "236a",
        "236c",
        "235b",
        "238",
        "241",
        "unknown"
      ]
    },
    "amount": {
      "kind": "count",
      "purpose": "Says how much bond is asked for in dollars, and shows what bonds are set."
    },
    "court": {
      "kind": "text",
      "purpose": "Names the court where the matter is.",
      "max": 120
    },
    "releaseReason": {
      "kind": "choice",
      "purpose": "Shows how people get out.",
      "values": [
        "bonded_out",
        "recognizance",
        "order_of_supervision",
        "paroled",
        "relief_granted",
        "proceedings_terminated",
        "habeas",
        "voluntary_departure",
        "removed",
        "transferred",
        "other",
        "unknown"
      ]
    },
    "notes": {
      "kind": "text",
      "purpose": "Keeps what your lawyer needs to remember of your time in custody.",
      "max": 10000
    }
  },
  "CreateDocument": {
    "kind": {
      "kind": "choice",
      "purpose": "Says what the document is, so that it is found on the day.",
      "required": true,
      "values": [
        "letter_scan",
        "g28",
        "identity",
        "tie_or_equity",
        "court_record",
        "packet",
        "handout",
        "other"
      ]
    },
    "title": {
      "kind": "text",
      "purpose": "Tells documents of one kind apart; the name that the file had is not kept.",
      "max": 200
    },
    "letterId": {
      "kind": "reference",
      "purpose": "Says which letter this is a scan of."
    }
  },
  "ChangeDocument": {
    "kind": {
      "kind": "choice",
      "purpose": "Says what the document is, so that it is found on the day.",
      "values": [
        "letter_scan",
        "g28",
        "identity",
        "tie_or_equity",
        "court_record",
        "packet",
        "handout",
        "other"
      ]
    },
    "title": {
      "kind": "text",
      "purpose": "Tells documents of one kind apart; the name that the file had is not kept.",
      "max": 200
    },
    "letterId": {
      "kind": "reference",
      "purpose": "Says which letter this is a scan of."
    }
  },
  "CreateVenueObservation": {
    "observedOn": {
      "kind": "date",
      "purpose": "Shows how waiting rooms change over time.",
      "required": true
    },
    "placeId": {
      "kind": "reference",
      "purpose": "Says which waiting room was seen.",
      "required": true
    },
    "attorneysSeen": {
      "kind": "count",
      "purpose": "Shows how many lawyers are there."
    },
    "unrepresentedSeen": {
      "kind": "count",
      "purpose": "Shows how many people come without a lawyer, and so how many we never meet."
    },
    "othersSeen": {
      "kind": "count",
      "purpose": "Shows how many people are there in all."
    },
    "detainedKnown": {
      "kind": "count",
      "purpose": "Shows how many people did not come out."
    },
    "observerRole": {
      "kind": "choice",
      "purpose": "Says how much someone in that role can see.",
      "values": [
        "attorney",
        "paralegal",
        "law_student",
        "leader",
        "volunteer",
        "family",
        "clergy",
        "interpreter",
        "other"
      ]
    },
    "source": {
      "kind": "choice",
      "purpose": "Says whether it was seen or told, so that figures can be trusted.",
      "values": [
        "own_observation",
        "colleague",
        "client"
      ]
    }
  },
  "CreateAccompaniment": {
    "userId": {
      "kind": "reference",
      "purpose": "Names who of the office or its volunteers comes along."
    },
    "personName": {
      "kind": "text",
      "purpose": "Names who comes along, so that you know whom to meet.",
      "max": 200
    },
    "personPhone": {
      "kind": "text",
      "purpose": "Lets us reach your companion on the day.",
      "max": 16
    },
    "role": {
      "kind": "choice",
      "purpose": "Says as what someone comes along, and shows whether company changes what happens.",
      "values": [
        "attorney",
        "paralegal",
        "law_student",
        "leader",
        "volunteer",
        "family",
        "clergy",
        "interpreter",
        "elected_official",
        "other"
      ]
    },
    "rsvp": {
      "kind": "choice",
      "purpose": "Makes sure that nobody goes alone because someone never answered.",
      "values": [
        "asked",
        "yes",
        "no"
      ]
    }
  },
  "CreatePlace": {
    "name": {
      "kind": "text",
      "purpose": "Names the place where people are to come.",
      "required": true,
      "max": 120
    },
    "kind": {
      "kind": "choice",
      "purpose": "Shows to what kind of place people are called.",
      "required": true,
      "values": [
        "ice_office",
        "court",
        "uscis",
        "isap",
        "detention",
        "other"
      ]
    },
    "addressLines": {
      "kind": "text",
      "purpose": "Brings people to the right building; one line of the address per line.",
      "max": 300
    },
    "county": {
      "kind": "text",
      "purpose": "Shows in which county people are called in.",
      "max": 60
    },
    "state": {
      "kind": "text",
      "purpose": "Shows in which state people are called in.",
      "max": 2
    },
    "zone": {
      "kind": "text",
      "purpose": "Makes sure that times are those of the place."
    },
    "entranceNotes": {
      "kind": "text",
      "purpose": "Tells people and companions which door, which floor and what to expect at security.",
      "max": 1000
    }
  },
  "CreateOffice": {
    "name": {
      "kind": "text",
      "purpose": "Names the office that sent a letter.",
      "required": true,
      "max": 120
    },
    "agency": {
      "kind": "choice",
      "purpose": "Shows which agency sends letters.",
      "required": true,
      "values": [
        "ice_ero",
        "ice_hsi",
        "ice_opla",
        "uscis",
        "eoir",
        "cbp",
        "other"
      ]
    },
    "unit": {
      "kind": "text",
      "purpose": "Shows which part of an agency sends letters.",
      "max": 120
    },
    "addressLines": {
      "kind": "text",
      "purpose": "Lets a lawyer write to the office; one line of the address per line.",
      "max": 300
    },
    "city": {
      "kind": "text",
      "purpose": "Tells offices of one agency apart.",
      "max": 80
    },
    "state": {
      "kind": "text",
      "purpose": "Tells offices of one agency apart.",
      "max": 2
    }
  },
  "CreateFacility": {
    "name": {
      "kind": "text",
      "purpose": "Names where people are held.",
      "required": true,
      "max": 120
    },
    "city": {
      "kind": "text",
      "purpose": "Tells families and lawyers how far away people are held.",
      "max": 80
    },
    "state": {
      "kind": "text",
      "purpose": "Shows in which states people are held, and which courts are responsible.",
      "max": 2
    }
  },
  "ChangeOrganization": {
    "name": {
      "kind": "text",
      "purpose": "Names the organisation to its own staff.",
      "max": 120
    },
    "nickname": {
      "kind": "text",
      "purpose": "Neutral name that reminders are signed with; it should not tell what the organisation does.",
      "max": 60
    },
    "callBackNumber": {
      "kind": "text",
      "purpose": "Number that reminders ask people to call back.",
      "max": 16
    },
    "codePrefix": {
      "kind": "text",
      "purpose": "Begins each case code, such as BX in BX-7KQ4M.",
      "max": 6
    },
    "zone": {
      "kind": "text",
      "purpose": "Tells which day it is where the organisation works."
    },
    "collectsAddresses": {
      "kind": "flag",
      "purpose": "Whether home addresses may be written down; off unless there is a written reason."
    },
    "publicCountsFrom": {
      "kind": "count",
      "purpose": "Figures for the public hide every count below this, and all that would give one away."
    }
  },
  "RecordOutcome": {
    "attorneyAdmitted": {
      "kind": "choice",
      "purpose": "Shows whether lawyers are let in with people.",
      "values": [
        "yes",
        "refused",
        "partly",
        "not_requested"
      ]
    },
    "officerInitialStatement": {
      "kind": "choice",
      "purpose": "Shows whether what officers first say comes true.",
      "values": [
        "will_be_released",
        "will_be_detained",
        "none"
      ]
    },
    "supervisorReversed": {
      "kind": "flag",
      "purpose": "Shows how often a supervisor decides otherwise than the officer."
    },
    "officers": {
      "kind": "text",
      "purpose": "Lets your lawyer follow up with the officers you met.",
      "max": 500
    },
    "documentsReceived": {
      "kind": "choices",
      "purpose": "Tells your lawyer what you were handed, and shows what people are handed.",
      "values": [
        "i_862",
        "i_200",
        "i_205",
        "i_286",
        "i_220a",
        "i_220b",
        "i_229a",
        "i_247a",
        "i_294",
        "i_851",
        "i_871",
        "isap_papers",
        "next_appointment",
        "other",
        "none"
      ]
    },
    "debrief": {
      "kind": "text",
      "purpose": "Keeps for your lawyer what happened in the room.",
      "max": 10000
    },
    "outcome": {
      "kind": "choice",
      "purpose": "Tells your lawyer what to do next, and shows what happens to people who come.",
      "required": true,
      "values": [
        "released_no_conditions",
        "rescheduled",
        "placed_osup",
        "placed_isap_ankle",
        "placed_isap_wrist",
        "placed_isap_app",
        "placed_isap_phone",
        "nta_issued_released",
        "detained",
        "turned_away",
        "did_not_attend_advised",
        "did_not_attend_other",
        "transferred_other_agency",
        "removed_same_day",
        "unknown"
      ]
    },
    "venue": {
      "kind": "text",
      "purpose": "Becomes a venue observation of the day and place, without any tie to the case."
    },
    "nextAppointment": {
      "kind": "text",
      "purpose": "Becomes an appointment of the same case file."
    }
  },
  "EmergencyContact": {
    "name": {
      "kind": "text",
      "purpose": "Lets us ask for the right person.",
      "required": true,
      "max": 200
    },
    "relation": {
      "kind": "text",
      "purpose": "Tells us how to speak with your contact.",
      "max": 100
    },
    "phone": {
      "kind": "text",
      "purpose": "Lets us call your contact in an emergency.",
      "max": 16
    },
    "language": {
      "kind": "text",
      "purpose": "Lets us speak with your contact in their language.",
      "max": 35
    },
    "mayBeToldAboutCase": {
      "kind": "flag",
      "purpose": "Keeps your case from being told to someone who should not know."
    }
  },
  "Caregiver": {
    "name": {
      "kind": "text",
      "purpose": "Names who is to care for your children.",
      "required": true,
      "max": 200
    },
    "relation": {
      "kind": "text",
      "purpose": "Tells a school or a court who the caregiver is.",
      "max": 100
    },
    "phone": {
      "kind": "text",
      "purpose": "Lets us call the caregiver at once if you are held.",
      "max": 16
    },
    "language": {
      "kind": "text",
      "purpose": "Lets us speak with the caregiver in their language.",
      "max": 35
    }
  },
  "Consent": {
    "kind": {
      "kind": "choice",
      "purpose": "Says what you agreed to.",
      "required": true,
      "values": [
        "record_keeping",
        "aggregate_internal",
        "aggregate_pooled",
        "sms",
        "message_detail",
        "public_story"
      ]
    },
    "givenOn": {
      "kind": "date",
      "purpose": "Proves since when we have your consent.",
      "required": true
    },
    "takenBy": {
      "kind": "reference",
      "purpose": "Names who explained the consent to you."
    },
    "how": {
      "kind": "choice",
      "purpose": "Proves in what way you agreed.",
      "values": [
        "written",
        "spoken_in_person",
        "spoken_by_phone",
        "electronic",
        "through_family"
      ]
    },
    "withdrawnOn": {
      "kind": "date",
      "purpose": "Makes sure that we stop when you take consent back."
    }
  },
  "PathNode": {
    "node": {
      "kind": "choice",
      "purpose": "Shows through which agencies the fingerprints went.",
      "required": true,
      "values": [
        "nypd",
        "other_agency",
        "court",
        "dcjs",
        "fbi_ngi",
        "dhs_ident",
        "ice_lesc",
        "ice_fugitive_operations",
        "ero_field_office"
      ]
    },
    "date": {
      "kind": "date",
      "purpose": "Shows how fast the fingerprints went on."
    },
    "evidence": {
      "kind": "choice",
      "purpose": "Says how we know that the fingerprints were there.",
      "values": [
        "rap_sheet_seen",
        "i_213_or_complaint",
        "foia",
        "officer_statement",
        "attorney_inferred",
        "client_report",
        "unknown"
      ]
    }
  },
  "CloseClient": {
    "closingReason": {
      "kind": "choice",
      "purpose": "Says why the work on the case ended.",
      "required": true,
      "values": [
        "matter_resolved",
        "advice_given",
        "relief_granted",
        "referred_out",
        "removed",
        "left_the_country",
        "lost_contact",
        "client_withdrew",
        "conflict",
        "deceased",
        "merged",
        "entered_in_error",
        "other"
      ]
    },
    "reviewOn": {
      "kind": "date",
      "purpose": "When to decide whether the file is still needed; as the retention policy says unless said."
    }
  },
  "PutRetentionPolicy": {
    "shortMonths": {
      "kind": "count",
      "purpose": "Says after how many months files of the class short are reviewed."
    },
    "standardMonths": {
      "kind": "count",
      "purpose": "Says after how many months files are reviewed that nobody gave another class."
    },
    "extendedMonths": {
      "kind": "count",
      "purpose": "Says after how many months files of the class extended are reviewed."
    },
    "monthsByReason": {
      "kind": "parts",
      "purpose": "Gives files of the standard class that were closed for some reasons a period of their own.",
      "parts": "MonthsForReason"
    },
    "purgeAfterDays": {
      "kind": "count",
      "purpose": "Purges a file by itself so many days after its review was due and nobody decided; left out, never."
    }
  },
  "MonthsForReason": {
    "closingReason": {
      "kind": "choice",
      "purpose": "Names the reason for closing that has a period of its own.",
      "required": true,
      "values": [
        "matter_resolved",
        "advice_given",
        "relief_granted",
        "referred_out",
        "removed",
        "left_the_country",
        "lost_contact",
        "client_withdrew",
        "conflict",
        "deceased",
        "merged",
        "entered_in_error",
        "other"
      ]
    },
    "months": {
      "kind": "count",
      "purpose": "Says after how many months somebody decides whether the file is still needed.",
      "required": true
    }
  },
  "KeepFile": {
    "reason": {
      "kind": "text",
      "purpose": "Says why your file is kept longer, so that nobody keeps it without a reason.",
      "required": true,
      "max": 1000
    },
    "nextReviewOn": {
      "kind": "date",
      "purpose": "Says when somebody decides again whether your file is still needed.",
      "required": true
    }
  },
  "PlaceHold": {
    "clientId": {
      "kind": "reference",
      "purpose": "Says which case file.",
      "required": true
    },
    "reason": {
      "kind": "text",
      "purpose": "Says why your file must not be destroyed for now.",
      "required": true,
      "max": 1000
    }
  },
  "CreateLegalDemand": {
    "receivedOn": {
      "kind": "date",
      "purpose": "Says when the demand came, from which its time runs.",
      "required": true
    },
    "requester": {
      "kind": "choice",
      "purpose": "Shows who asks for records.",
      "required": true,
      "values": [
        "ice_ero",
        "ice_hsi",
        "doj",
        "local_police",
        "court",
        "other"
      ]
    },
    "instrument": {
      "kind": "choice",
      "purpose": "Says what kind of paper it is, and so whether it binds.",
      "required": true,
      "values": [
        "administrative_subpoena",
        "judicial_subpoena",
        "warrant",
        "informal_request",
        "records_law_request"
      ]
    },
    "selfExecuting": {
      "kind": "flag",
      "purpose": "Says whether it binds as it is, or only once a court orders it."
    },
    "scope": {
      "kind": "text",
      "purpose": "Says which records are asked for; it may name people.",
      "max": 5000
    },
    "dueOn": {
      "kind": "date",
      "purpose": "Says by when it must be answered."
    },
    "counsel": {
      "kind": "text",
      "purpose": "Names the lawyer who answers it for the organisation.",
      "max": 200
    },
    "response": {
      "kind": "choice",
      "purpose": "Says what was answered.",
      "values": [
        "pending",
        "refused",
        "narrowed",
        "motion_to_quash",
        "complied",
        "none_held"
      ]
    },
    "respondedOn": {
      "kind": "date",
      "purpose": "Says when it was answered."
    }
  },
  "PlaceHolds": {
    "reason": {
      "kind": "text",
      "purpose": "Says why your file must not be destroyed for now.",
      "required": true,
      "max": 1000
    },
    "clientIds": {
      "kind": "references",
      "purpose": "Says which case files must not be destroyed.",
      "required": true
    }
  },
  "VenueCounts": {
    "attorneysSeen": {
      "kind": "count",
      "purpose": "Shows how many lawyers are there."
    },
    "unrepresentedSeen": {
      "kind": "count",
      "purpose": "Shows how many people come without a lawyer, and so how many we never meet."
    },
    "othersSeen": {
      "kind": "count",
      "purpose": "Shows how many people are there in all."
    },
    "detainedKnown": {
      "kind": "count",
      "purpose": "Shows how many people did not come out."
    }
  },
  "NextAppointment": {
    "kind": {
      "kind": "choice",
      "purpose": "Says what the appointment is, and shows what happens at which kind.",
      "required": true,
      "values": [
        "call_in_letter",
        "ice_check_in",
        "high_risk_ice_check_in",
        "osup_check_in",
        "isap_visit",
        "stay_or_deferred_action_request",
        "uscis_biometrics",
        "uscis_interview",
        "asylum_interview",
        "master_calendar",
        "individual_hearing",
        "bond_hearing",
        "criminal_court",
        "family_court",
        "other"
      ]
    },
    "startsAt": {
      "kind": "instant",
      "purpose": "Reminds you in time, and shows how much notice people get.",
      "required": true
    },
    "zone": {
      "kind": "text",
      "purpose": "Makes sure that the time is that of the place."
    },
    "placeId": {
      "kind": "reference",
      "purpose": "Says where to come, and shows where what happens.",
      "required": true
    },
    "room": {
      "kind": "text",
      "purpose": "Brings you and your companion to the right door.",
      "max": 60
    }
  }
} as const;
