/** Draws a job's progress anew every two seconds while it runs, and the whole page once it is over. */
const part = document.querySelector<HTMLElement>('#job');

async function look(): Promise<void> {
  if (!part) return;
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.querySelector<HTMLElement>('#job');
  if (fresh?.dataset.state !== 'running') {
    location.reload();
    return;
  }
  part.replaceChildren(...fresh.childNodes);
}

setInterval(() => void look().catch(() => undefined), 2000);
