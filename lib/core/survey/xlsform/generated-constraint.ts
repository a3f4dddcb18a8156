import type { Question } from '../form.ts';

/** The constraint that an export writes for a question's own limits, so that other tools keep them too; undefined where there are none. */
export function generatedConstraint(question: Question): string | undefined {
  switch (question.kind) {
    case 'integer':
    case 'decimal':
      return `. >= ${question.min} and . <= ${question.max}`;
    case 'choices':
      return question.noneCode === undefined
        ? undefined
        : `not(selected(., '${question.noneCode}') and count-selected(.) > 1)`;
    case 'text':
    case 'long-text':
      return `string-length(.) <= ${question.maxLength}`;
    case 'date':
      return (
        [
          question.min === undefined ? [] : [`. >= date('${question.min}')`],
          question.max === undefined ? [] : [`. <= date('${question.max}')`],
        ]
          .flat()
          .join(' and ') || undefined
      );
    case 'time':
    case 'date-time':
    case 'range':
    case 'choice':
    case 'rank':
    case 'file':
    case 'note':
    case 'calculate':
    case 'table':
      return undefined;
  }
}
