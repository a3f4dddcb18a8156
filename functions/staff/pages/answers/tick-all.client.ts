/** Puts a button before the table that ticks every line, or none. */
const form = document.querySelector<HTMLFormElement>('form#answers');
const boxes = [...(form?.querySelectorAll<HTMLInputElement>('input[name="answer"]') ?? [])];

if (form && boxes.length > 0) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button--text';
  const name = () => {
    button.textContent = boxes.every(({ checked }) => checked) ? 'すべての選択を外す' : `${boxes.length}件すべてを選ぶ`;
  };
  button.addEventListener('click', () => {
    const to = !boxes.every(({ checked }) => checked);
    for (const box of boxes) box.checked = to;
    name();
  });
  form.addEventListener('change', name);
  name();
  form.prepend(button);
}
