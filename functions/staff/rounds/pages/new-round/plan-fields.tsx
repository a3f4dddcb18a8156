import type { VNode } from 'preact';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { DateField } from '#functions/components/fields/date-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { type PlannedRung, rungWords } from '#lib/core/rounds/planned-ladder.ts';
import { offeredDays, offeredRungs, type TypedPlanFields } from './typed-round.ts';

export interface PlanFieldsProps {
  readonly typed: TypedPlanFields;
  /** Messages by field. */
  readonly said: ReadonlyMap<string, string>;
  /** Whether the answers are handed on, and so have a day for it. */
  readonly released: boolean;
}

/** A round's name, days, ladder and office. */
export function PlanFields({ typed, said, released }: PlanFieldsProps): VNode {
  const days = offeredDays(typed);
  return (
    <>
      <TextField
        id="title"
        label="調査の名前"
        required
        help="メールの件名になります。例：令和9年度 連携先病院の情報提供調査"
        value={typed.title}
        problem={said.get('title')}
      />
      <DateField
        id="opening"
        label="依頼の予定日"
        help="依頼のメールを送る予定の日です。決まっていなければ空けておきます。2週間前に、届かない宛先がないかを確かめるメールを依頼先へ送ります。"
        value={typed.opening}
        problem={said.get('opening')}
      />
      <DateField
        id="due"
        label="回答期限"
        required
        help="「令和9年1月29日」のように、年の欄にまとめて入力することもできます。"
        value={typed.due}
        problem={said.get('due')}
      />
      {released && (
        <DateField
          id="release"
          label="提供日"
          required
          help="回答を連携先の候補となる病院へ渡す予定の日です。回答期限より後の日にします。"
          value={typed.release}
          problem={said.get('release')}
        />
      )}
      <ChoiceField
        id="ladder"
        label="督促を送る日"
        many
        help="回答していない病院にだけ、午前9時30分に送ります。土日・祝日・年末年始に当たるときは、期限前の督促は前の、期限後の督促は後の開庁日に送ります。"
        chosen={typed.ladder}
        options={offeredRungs.map((rung, at) => ({
          value: String(rung.offset),
          label: rungWords(rung),
          hint: days && fallsOn(days[at]),
        }))}
        problem={said.get('ladder')}
      />
      <TextField
        id="officeName"
        label="問い合わせ先の部署名"
        required
        help="メールの署名になります。"
        value={typed.officeName}
        problem={said.get('officeName')}
      />
      <TextField
        id="officeTelephone"
        label="問い合わせ先の電話番号"
        required
        inputMode="tel"
        size={16}
        tidy
        value={typed.officeTelephone}
        problem={said.get('officeTelephone')}
      />
    </>
  );
}

const fallsOn = (rung: PlannedRung | undefined): string | undefined =>
  rung && `${longDay(rung.day)}${rung.closedFor === undefined ? '' : `（${rung.closedFor}のため移動）`}`;
