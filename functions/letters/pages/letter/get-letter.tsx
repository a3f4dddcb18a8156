import { ErrorPage } from '#functions/components/error-page.tsx';
import type { StaffPage } from '#functions/staff/page.ts';
import { readLetter } from '#lib/usecases/read-letter.ts';
import { LetterPage } from './letter-page.tsx';

/** One mail of the outbox, by its round and its id, which holds characters that a path could not. */
export const getLetter: StaffPage = async (request, desk) => {
  const [round, notice] = [request.query.get('round') ?? '', request.query.get('notice') ?? ''];
  const read = round && notice ? await readLetter(desk, { round, notice }, desk.origin) : undefined;
  if (!read) return { page: <ErrorPage kind="not-found" />, status: 404 };
  return { page: <LetterPage viewer={request} read={read} /> };
};
