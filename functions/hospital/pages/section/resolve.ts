import { typedOf } from '#functions/components/questions/typed.ts';
import type { PageRequest } from '#functions/site/request.ts';
import { otherId } from '#lib/core/survey/answer.ts';
import type { Question, Section, Values } from '#lib/core/survey/form.ts';
import type { Posted } from '#lib/core/survey/read-section.ts';
import { pageFields } from './section-fields.ts';

/** The typed answers after a person decided a conflict, question by question; what was not decided stays as typed. */
export function resolved(
  { posted }: Pick<PageRequest, 'posted'>,
  section: Section,
  typed: Posted,
  theirs: Values,
): Posted {
  return section.questions.reduce((now, question) => decide(question, now), typed);

  function decide(question: Question, now: Posted): Posted {
    const keep = posted[`${pageFields.keep}${question.id}`]?.[0];
    const stored = typedOf([question], theirs);
    if (keep === 'theirs') return { ...without(now, question), ...stored };
    if (keep === 'both' && question.kind === 'file') {
      return { ...now, [question.id]: [...new Set([...(stored[question.id] ?? []), ...(now[question.id] ?? [])])] };
    }
    if (keep !== 'both' || question.kind !== 'long-text') return now;
    const both = [stored[question.id]?.[0], now[question.id]?.[0]].filter(Boolean).join('\n\n');
    return { ...now, [question.id]: [both] };
  }
}

/** Questions of a conflict about which nothing was chosen. */
export const undecided = ({ posted }: Pick<PageRequest, 'posted'>): readonly string[] =>
  (posted[pageFields.disputed]?.[0] ?? '')
    .split(',')
    .filter((id) => id !== '' && posted[`${pageFields.keep}${id}`] === undefined);

const without = (posted: Posted, { id }: Question): Posted =>
  Object.fromEntries(
    Object.entries(posted).filter(
      ([name]) =>
        name !== id &&
        name !== otherId(id) &&
        !name.startsWith(`${id}.`) &&
        !/^-(year|month|day)$/.test(name.replace(id, '')),
    ),
  );
