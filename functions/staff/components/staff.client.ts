import '../../components/prefecture-tiles.css';
import './staff.css';

/** Brings the staff pages' style sheet into the build, and tidies full-width digits and hyphens where a field asks for it. */
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-tidy]')) {
  input.addEventListener('change', () => {
    input.value = input.value.normalize('NFKC').replace(/[‐‑‒–—―−ー]/g, '-');
  });
}
