import { Formio } from '@formio/js';
import '@formio/js/dist/formio.form.css';

/** The twelve fields in Form.io. */
const field = (type, key, label, more = {}) => ({ type, key, label, input: true, ...more });
const values = (...labels) => labels.map((label, at) => ({ value: String(at + 1), label }));
const number = (key, label, max) => field('number', key, label, { validate: { min: 0, max } });
Formio.createForm(document.querySelector('#app'), {
  components: [
    field('textfield', 'name', '病院名', { validate: { required: true, maxLength: 300 } }),
    field('textfield', 'postal', '郵便番号'),
    field('textfield', 'telephone', '電話番号'),
    field('email', 'mail', 'メールアドレス'),
    number('beds', '病床数', 3000),
    number('rate', '病床利用率', 100),
    field('day', 'from', '受入れを始める日'),
    field('radio', 'accepts', '受入れの可否', { values: values('可', '不可', '相談による'), validate: { required: true } }),
    field('selectboxes', 'support', '支援', { values: values('家賃補助', '交通費', '宿舎', '食事', '特になし') }),
    field('radio', 'housing', '宿舎', {
      values: values('あり', 'なし'),
      conditional: { show: true, when: 'accepts', eq: '1' },
    }),
    field('datagrid', 'periods', '受入可能な時期', {
      components: [field('day', 'from', '開始日'), field('day', 'to', '終了日'), number('doctors', '人数', 99)],
    }),
    field('textarea', 'strength', '研修の魅力・強み', { validate: { maxLength: 2000 } }),
  ],
});
