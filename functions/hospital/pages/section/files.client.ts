import { sendingLimit, sizeWords } from '#lib/core/survey/file-answer.ts';

/** Longest edge of a picture that is made smaller before it is sent, pixels: enough for a whole page in print. */
const longestEdge = 2400;

/** Sends files as soon as they are chosen, large pictures made smaller first; the page works without. */
function enhance(input: HTMLInputElement, state: HTMLElement): void {
  const most = Number(input.dataset.most);
  const button = input.parentElement?.querySelector('button');
  const say = (text: string) => {
    state.textContent = text;
  };

  input.addEventListener('change', async (event) => {
    event.stopPropagation();
    if (!input.files || input.files.length === 0) return;
    say('ファイルを準備しています…');
    const files = await Promise.all([...input.files].map((file) => (file.size > most / 2 ? smaller(file) : file)));
    const large = files.find(({ size }) => size > most);
    const total = files.reduce((sum, { size }) => sum + size, 0);
    if (large || total > sendingLimit) {
      input.value = '';
      const words = large
        ? `「${large.name}」は${sizeWords(most)}を超えています。小さくして選び直してください。`
        : `合わせて${sizeWords(sendingLimit)}を超えています。分けて添えてください。`;
      say(words);
      alert(words);
      return;
    }
    const sent = new DataTransfer();
    for (const file of files) sent.items.add(file);
    input.files = sent.files;
    say('ファイルを送っています…');
    input.form?.requestSubmit(button);
  });
}

/** A picture with its longest edge shortened, as JPEG; anything that the browser cannot draw stays as it is. */
async function smaller(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file;
  try {
    const drawn = await createImageBitmap(file);
    const scale = Math.min(1, longestEdge / Math.max(drawn.width, drawn.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(drawn.width * scale);
    canvas.height = Math.round(drawn.height * scale);
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    return made && made.size < file.size ? new File([made], file.name, { type: made.type }) : file;
  } catch {
    return file;
  }
}

const state = document.querySelector<HTMLElement>('#save-state');
if (state) for (const input of document.querySelectorAll<HTMLInputElement>('input[data-most]')) enhance(input, state);
