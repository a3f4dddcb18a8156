import type { Section } from '#lib/core/survey/form.ts';
import type { SurveyView } from '../../components/survey-view.ts';

/** Why a section cannot be filled in now; undefined when it can. */
export function whySettled({ editable, file, round, progress }: SurveyView, section: Section): string | undefined {
  if (!editable && file.answer.state === 'waived') return 'この調査への回答は不要になりました。';
  if (!editable && file.answer.revision > 0)
    return '提出済のため、変更できません。直したいところがあるときは、問い合わせ先へご連絡ください。';
  if (round.state === 'stopped') return `いまは回答の受付を止めています。${round.stoppedFor ?? ''}`;
  if (!editable) return 'この調査は締め切られたため、変更できません。';
  const applies = progress.sections.find((one) => one.section === section)?.state !== 'not-applicable';
  return applies ? undefined : 'いまの回答では、この項目に入力することはありません（対象外）。';
}
