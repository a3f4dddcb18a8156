/** Says at once that a file is too large, before it is sent in vain. */
const input = document.querySelector<HTMLInputElement>('input[type="file"][data-limit]');

input?.form?.addEventListener('submit', (event) => {
  const limit = Number(input.dataset.limit);
  const size = input.files?.[0]?.size ?? 0;
  document.getElementById('file-too-large')?.remove();
  if (size <= limit) return;
  event.preventDefault();
  const told = document.createElement('p');
  told.id = 'file-too-large';
  told.className = 'field__problem';
  told.setAttribute('role', 'alert');
  told.textContent = `ファイルは${limit / 1_000_000}MBまでにしてください。画像や不要なシートを取り除いてください。`;
  input.before(told);
  input.focus();
});
