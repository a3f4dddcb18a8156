const token = location.hash.slice(1);
const code = document.querySelector<HTMLInputElement>('#code');
const typed = document.querySelector<HTMLElement>('#typed');
const ready = document.querySelector<HTMLElement>('#ready');

if (token && code && typed && ready) {
  code.value = token;
  typed.hidden = true;
  ready.hidden = false;
  document.querySelector<HTMLElement>('.button--primary')?.focus();
}
