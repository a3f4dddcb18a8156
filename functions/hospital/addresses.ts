const part = encodeURIComponent;

/** Addresses of the hospitals' answer pages. */
export const addresses = {
  survey: (round: string) => `/h/rounds/${part(round)}`,
  section: (round: string, section: string) => `/h/rounds/${part(round)}/sections/${part(section)}`,
  check: (round: string) => `/h/rounds/${part(round)}/check`,
  submit: (round: string) => `/h/rounds/${part(round)}/submit`,
  done: (round: string) => `/h/rounds/${part(round)}/done`,
  list: (round: string) => `/h/rounds/${part(round)}/list`,
} as const;
