import { zodResolver } from '@hookform/resolvers/zod';
import { createRoot } from 'react-dom/client';
import { useFieldArray, useForm } from 'react-hook-form';
import * as z from 'zod';

/** The twelve fields in React, react-hook-form and zod. */
const schema = z.object({
  name: z.string().min(1, '病院名を入力してください').max(300),
  postal: z.string().max(8),
  telephone: z.string().max(40),
  mail: z.union([z.literal(''), z.email()]),
  beds: z.coerce.number().int().min(0).max(3000),
  rate: z.coerce.number().min(0).max(100),
  from: z.string(),
  accepts: z.enum(['1', '2', '3']),
  support: z.array(z.string()),
  housing: z.string().optional(),
  periods: z.array(z.object({ from: z.string().min(1), to: z.string(), doctors: z.coerce.number().min(0).max(99) })).max(10),
  strength: z.string().max(2000),
});
const texts = { name: '病院名', postal: '郵便番号', telephone: '電話番号', mail: 'メールアドレス', beds: '病床数', rate: '病床利用率', from: '受入れを始める日' };
const choices = { accepts: ['可', '不可', '相談による'], housing: ['あり', 'なし'] };

function Section() {
  const { register, control, watch, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { support: [], periods: [{ from: '', to: '', doctors: '' }] },
  });
  const { fields, append } = useFieldArray({ control, name: 'periods' });
  const radios = (name, title) => (
    <fieldset>
      <legend>{title}</legend>
      {choices[name].map((label, at) => (
        <label key={label}>
          <input type="radio" value={String(at + 1)} {...register(name)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
  return (
    <form onSubmit={handleSubmit(() => {})}>
      <h1>受入れの体制</h1>
      {Object.entries(texts).map(([name, label]) => (
        <p key={name}>
          <label htmlFor={name}>{label}</label>
          <input id={name} {...register(name)} />
          {formState.errors[name] && <span>{formState.errors[name].message}</span>}
        </p>
      ))}
      {radios('accepts', '受入れの可否')}
      <fieldset>
        <legend>支援</legend>
        {['家賃補助', '交通費', '宿舎', '食事', '特になし'].map((label, at) => (
          <label key={label}>
            <input type="checkbox" value={String(at + 1)} {...register('support')} />
            {label}
          </label>
        ))}
      </fieldset>
      {watch('accepts') === '1' && radios('housing', '宿舎')}
      {fields.map((row, at) => (
        <p key={row.id}>
          <input aria-label="開始日" {...register(`periods.${at}.from`)} />
          <input aria-label="終了日" {...register(`periods.${at}.to`)} />
          <input aria-label="人数" {...register(`periods.${at}.doctors`)} />
        </p>
      ))}
      <button type="button" onClick={() => append({ from: '', to: '', doctors: '' })}>
        期間を追加する
      </button>
      <label htmlFor="strength">研修の魅力・強み</label>
      <textarea id="strength" {...register('strength')} />
      <button type="submit">保存して次へ</button>
    </form>
  );
}

createRoot(document.querySelector('#app')).render(<Section />);
