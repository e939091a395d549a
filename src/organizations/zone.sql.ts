/** The zone by whose wall clock the organisation counts its days; `$1` is the organisation. In code it is `work.zone()`. */
export const organizationZone = '(SELECT o.zone FROM organizations o WHERE o.id = $1)';
