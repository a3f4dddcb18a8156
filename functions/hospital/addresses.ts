const part = encodeURIComponent;

/** Addresses of the hospitals' answer pages. */
export const addresses = {
  survey: (round: string) => `/h/rounds/${part(round)}`,
  section: (round: string, section: string) => `/h/rounds/${part(round)}/sections/${part(section)}`,
  check: (round: string) => `/h/rounds/${part(round)}/check`,
  submit: (round: string) => `/h/rounds/${part(round)}/submit`,
  done: (round: string) => `/h/rounds/${part(round)}/done`,
  workbook: (round: string) => `/h/rounds/${part(round)}/workbook`,
  questionnaire: (round: string, format: string) => `/h/rounds/${part(round)}/workbook/questionnaire/${part(format)}`,
  upload: (round: string, upload: string) => `/h/rounds/${part(round)}/workbook/uploads/${part(upload)}`,
  list: (round: string) => `/h/rounds/${part(round)}/list`,
} as const;
