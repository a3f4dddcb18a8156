/** Ids of S1's answers that ranking, sheets and reports read; they never change their meaning from one version to the next. */
export const DESTINATION = {
  beds: 'beds',
  functions: 'functions',
  /** yes, consult or no. */
  accepts: 'accepts',
  /** Rows of from and to (JST days) and doctors (人). */
  periods: 'periods',
  /** Codes of TERMS. */
  terms: 'terms',
  /** Rows of department (code of DEPARTMENTS), supervisors (人) and doctors (人). */
  departments: 'departments',
  supervisors: 'supervisors',
  /** Of the 29 症候 and of the 26 疾病・病態. */
  symptoms: 'symptoms',
  diseases: 'diseases',
  outpatient: 'outpatient',
  requiredTraining: 'required-training',
  feedback: 'feedback',
  room: 'room',
  /** Nights a month, and who stands behind the trainee. */
  nights: 'nights',
  nightSenior: 'night-senior',
  emergencyPatients: 'emergency-patients',
  ambulances: 'ambulances',
  partnership: 'partnership',
  childcare: 'childcare',
  mentalHealth: 'mental-health',
  salary: 'salary',
  jcep: 'jcep',
  housing: 'housing',
  support: 'support',
  strengths: 'strengths',
  strengthPoints: 'strength-points',
  pictures: 'pictures',
  contactDepartment: 'contact-department',
  contactTelephone: 'contact-telephone',
  contactMail: 'contact-mail',
} as const;
