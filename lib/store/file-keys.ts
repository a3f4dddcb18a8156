/** Rooms of the bucket: what a function may reach is granted by room, and what expires expires by room. */
export const fileRooms = {
  /** What hospitals attach to their answers; stays as long as an answer may be asked for. */
  uploads: 'uploads/',
  /** What offices send out as documents; stays as long as its record. */
  documents: 'documents/',
  /** What jobs write to be fetched; forgotten after `exportDays`. */
  exports: 'exports/',
  /** What is handed over to a job to be read; forgotten as exports are. */
  imports: 'imports/',
} as const;

/** Days that an export or import is kept. */
export const exportDays = 7;

/** Days that a file which no answer took is kept. */
export const awaitedDays = 14;

/** Every key of the bucket stands here and nowhere else. The last part is a fresh `world.id()` or belongs to a job, so that no key can be guessed from another. */
export const fileKeys = {
  /** Not by round: last time's files go over into the next round's answer. */
  upload: (organisation: string, file: string): string => `${fileRooms.uploads}${part(organisation)}/${part(file)}`,
  document: (distribution: string, file: string): string => `${fileRooms.documents}${part(distribution)}/${part(file)}`,
  export: (job: string, name: string): string => `${fileRooms.exports}${part(job)}/${part(name)}`,
  import: (id: string): string => `${fileRooms.imports}${part(id)}`,
} as const;

/** Text that cannot leave its part of a key. */
const part = (text: string): string => encodeURIComponent(text).replaceAll('.', '%2E');
