import type { VNode } from 'preact';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { type Extent, extent, largestExtent } from '#lib/core/survey/completeness.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { dueWords } from '../../components/due-words.ts';
import type { SurveyView } from '../../components/survey-view.ts';

/** Who asks, what for, by when, how long it takes, what to have at hand, and who will see the answers. */
export function About({ view }: { readonly view: SurveyView }): VNode {
  const { program, edition, round, form, today, progress } = view;
  const size = extent(form, progress.values, new Set(), today);
  return (
    <SummaryList
      rows={[
        { key: '依頼元', value: round.office.name },
        ...(round.owner === undefined
          ? [
              {
                key: '目的',
                value: `${program.name}（${edition.label}）。${round.release === undefined ? '' : '回答をもとに、連携元病院へ貴院の情報をお届けします。'}`,
              },
            ]
          : []),
        { key: '回答期限', value: dueWords(round.due, today) },
        { key: '分量の目安', value: sizeWords(form, size) },
        { key: '用意するもの', value: form.prepare.length > 0 ? form.prepare.join('\n') : '特にありません' },
        {
          key: '回答を見る人',
          value:
            round.release === undefined
              ? '都道府県と厚生労働省だけが見ます。ほかの病院には提供しません。'
              : `都道府県と厚生労働省が確認し、${longDay(round.release)}に、条件の合う連携元病院へ提供します。提供しない設問には、その旨を書いています。`,
        },
        {
          key: '進め方',
          value:
            '入力した内容は自動で保存されます。院内の何人かで分けて入力できます。最後に「提出する」を押すまで提出されません。',
        },
      ]}
    />
  );
}

/** How much there is to answer; the most there can be, where answers decide. */
function sizeWords(form: Form, size: Extent): string {
  const most = largestExtent(form);
  const words = ({ sections, questions, minutes }: Extent) => `${sections}項目・${questions}問、約${minutes}分`;
  return most.questions === size.questions ? words(size) : `最大で${words(most)}（回答によって少なくなります）`;
}
