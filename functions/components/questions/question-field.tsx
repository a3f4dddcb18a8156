import type { VNode } from 'preact';
import { CalculateQuestionField } from './calculate-question.tsx';
import { ChoiceQuestionField } from './choice-question.tsx';
import { DateQuestionField } from './date-question.tsx';
import { FileQuestionField } from './file-question.tsx';
import { LongTextQuestionField } from './long-text-question.tsx';
import { MomentQuestionField } from './moment-question.tsx';
import { NoteQuestionField } from './note-question.tsx';
import { NumberQuestionField } from './number-question.tsx';
import type { QuestionProps } from './question-props.ts';
import { RangeQuestionField } from './range-question.tsx';
import { RankQuestionField } from './rank-question.tsx';
import { TableQuestionField } from './table-question.tsx';
import { TextQuestionField } from './text-question.tsx';

/** A question of any kind, drawn by the file of its kind. */
export function QuestionField({ question, ...rest }: QuestionProps): VNode | null {
  switch (question.kind) {
    case 'text':
      return <TextQuestionField question={question} {...rest} />;
    case 'long-text':
      return <LongTextQuestionField question={question} {...rest} />;
    case 'integer':
    case 'decimal':
      return <NumberQuestionField question={question} {...rest} />;
    case 'date':
      return <DateQuestionField question={question} {...rest} />;
    case 'time':
    case 'date-time':
      return <MomentQuestionField question={question} {...rest} />;
    case 'range':
      return <RangeQuestionField question={question} {...rest} />;
    case 'choice':
    case 'choices':
      return <ChoiceQuestionField question={question} {...rest} />;
    case 'rank':
      return <RankQuestionField question={question} {...rest} />;
    case 'file':
      return <FileQuestionField question={question} {...rest} />;
    case 'note':
      return <NoteQuestionField question={question} {...rest} />;
    case 'calculate':
      return <CalculateQuestionField question={question} {...rest} />;
    case 'table':
      return <TableQuestionField question={question} {...rest} />;
  }
}
