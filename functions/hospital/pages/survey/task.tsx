import type { VNode } from 'preact';
import { heardWords } from '#functions/components/heard-words.ts';
import { StatusLabel, type Tone } from '#functions/components/status-label.tsx';
import { SECTION_STATES, type SectionState } from '#lib/core/survey/completeness.ts';
import type { SectionProgress } from '#lib/usecases/progress.ts';
import type { SurveyView } from '../../components/survey-view.ts';
import { whoIsThere, whoSaved } from '../../components/who-saved.ts';

const tones: Readonly<Record<SectionState, Tone>> = {
  'not-applicable': 'plain',
  'not-started': 'info',
  'in-progress': 'warning',
  complete: 'plain',
};

/** One line of the task list; the whole row leads to the section. */
export function Task({ one, view, now }: { one: SectionProgress; view: SurveyView; now: string }): VNode {
  const { section, state, pending, prefilled } = one;
  const { file, today, actor, editable } = view;
  const draft = file.drafts.get(section.id);
  const returned = editable && file.answer.state === 'returned' && file.answer.returned?.sections.includes(section.id);
  const there = editable ? whoIsThere(draft, actor.kind === 'hospital' ? actor.name : '', now) : undefined;
  const notes = [
    state === 'complete' || state === 'not-applicable' || !editable ? '' : `約${section.minutes}分`,
    pending ? 'ほかの項目の回答によって、入力が必要になることがあります' : '',
    prefilled ? '前回の回答が入っています' : '',
    draft?.unchanged ? '前回と同じ' : '',
    there ?? '',
    draft?.heardBy === undefined ? '' : heardWords(draft.heardBy),
    draft && editable ? `保存 ${whoSaved(draft, today)}` : '',
  ].filter(Boolean);
  return (
    <li class="task">
      <span class="task__name">
        <a href={view.addresses.section(section.id)}>{section.title}</a>
      </span>
      <span>
        {returned && <StatusLabel tone="error">差戻し</StatusLabel>}
        <StatusLabel tone={tones[state]}>{pending ? '回答しだい' : SECTION_STATES[state]}</StatusLabel>
      </span>
      {notes.length > 0 && <span class="task__note">{notes.join('・')}</span>}
    </li>
  );
}
