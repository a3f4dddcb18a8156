/** Why a pair is or is not formed. One code a pair; screens and tables word it. */
export type ReasonCode =
  | 'MATCHED'
  | 'BETTER'
  | 'HOST_FULL'
  | 'NOT_LISTED'
  | 'REGION_CAP'
  | 'OWN_AREA_CAP'
  | 'FLOOR_DISPLACED'
  | 'TERM_CONFLICT'
  | 'INELIGIBLE';
