import { ErrorPage } from '#functions/components/error-page.tsx';
import type { StaffPage } from '#functions/staff/page.ts';
import { seesRound } from '#lib/core/rounds/round.ts';
import { readLetter } from '#lib/usecases/read-letter.ts';
import { LetterPage } from './letter-page.tsx';

/** One mail of the outbox, by its round and its id, which holds characters that a path could not. One that also speaks of a round which this office does not see is not shown. */
export const getLetter: StaffPage = async (request, desk) => {
  const [round, notice] = [request.query.get('round') ?? '', request.query.get('notice') ?? ''];
  const read = round && notice ? await readLetter(desk, { round, notice }, desk.origin) : undefined;
  if (!read?.gathered.every((other) => seesRound(request.actor, other)))
    return { page: <ErrorPage kind="not-found" />, status: 404 };
  return { page: <LetterPage viewer={request} read={read} /> };
};
