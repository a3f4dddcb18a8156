import { fieldsOf } from '#functions/hospital/pages/section/browser/fields.ts';
import { hangingIn } from '#functions/hospital/pages/section/browser/hanging.ts';

/** Shows and hides the questions of a preview as the answers on the page decide. */
const form = document.querySelector<HTMLFormElement>('#preview');
if (form) {
  const { follow } = hangingIn(form, fieldsOf(form));
  form.addEventListener('input', follow);
  follow();
}
