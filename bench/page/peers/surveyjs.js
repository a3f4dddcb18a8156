import { Model } from 'survey-core';
import 'survey-core/survey-core.css';
import { renderSurvey } from 'survey-js-ui';

/** The twelve fields in SurveyJS. */
const text = (name, title, more = {}) => ({ type: 'text', name, title, ...more });
const choices = (...labels) => labels.map((label, at) => ({ value: String(at + 1), text: label }));
const model = new Model({
  title: '受入れの体制',
  elements: [
    text('name', '病院名', { isRequired: true, maxLength: 300 }),
    text('postal', '郵便番号', { maxLength: 8 }),
    text('telephone', '電話番号', { inputType: 'tel' }),
    text('mail', 'メールアドレス', { inputType: 'email' }),
    text('beds', '病床数', { inputType: 'number', min: 0, max: 3000 }),
    text('rate', '病床利用率', { inputType: 'number', min: 0, max: 100, step: 0.1 }),
    text('from', '受入れを始める日', { inputType: 'date' }),
    { type: 'radiogroup', name: 'accepts', title: '受入れの可否', isRequired: true, choices: choices('可', '不可', '相談による') },
    { type: 'checkbox', name: 'support', title: '支援', choices: choices('家賃補助', '交通費', '宿舎', '食事', '特になし') },
    { type: 'radiogroup', name: 'housing', title: '宿舎', choices: choices('あり', 'なし'), visibleIf: "{accepts} = '1'" },
    {
      type: 'matrixdynamic',
      name: 'periods',
      title: '受入可能な時期',
      rowCount: 1,
      maxRowCount: 10,
      columns: [
        { name: 'from', title: '開始日', cellType: 'text', inputType: 'date', isRequired: true },
        { name: 'to', title: '終了日', cellType: 'text', inputType: 'date' },
        { name: 'doctors', title: '人数', cellType: 'text', inputType: 'number', min: 0, max: 99 },
      ],
    },
    { type: 'comment', name: 'strength', title: '研修の魅力・強み', maxLength: 2000 },
  ],
});
renderSurvey(model, document.querySelector('#app'));
