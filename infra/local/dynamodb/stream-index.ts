import { DatabaseSync } from 'node:sqlite';

/**
 * Adds an index to the engine's file that dynoxide 1.2 lacks: without it every write looks through all stream records there
 * are for the next sequence number, and every reading of the stream for its place, so that a round slows down as it goes.
 */
export function indexStream(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    database.exec(
      'CREATE INDEX IF NOT EXISTS stream_order ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
  } finally {
    database.close();
  }
}
