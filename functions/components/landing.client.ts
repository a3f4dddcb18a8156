/**
 * Posts a form and shows the page that it leads to out of the same answer, so that no second request fetches it; the address moves
 * along. False when no page came back: then nothing on the page has changed. `leave` is told first whether the answer settles what was typed.
 */
export async function land(
  action: string,
  body: URLSearchParams,
  leave: (settled: boolean) => void = () => {},
): Promise<boolean> {
  let html = '';
  let answer: Response;
  try {
    const headers = { accept: 'text/html', prefer: 'return=representation' };
    answer = await fetch(action, { method: 'POST', headers, body });
    html = await answer.text();
  } catch {
    return false;
  }
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status >= 500 || !type.includes('text/html')) return false;
  const to = new URL(answer.headers.get('content-location') ?? answer.url, location.href);
  leave([200, 409, 422].includes(answer.status) && to.pathname !== '/h/open');
  show(html, to);
  return true;
}

const placeOf = ({ pathname, search }: URL | Location): string => pathname + search;

/** The page shown is not the one that the address names: the browser went back or forth. Every page that can be shown so must have this script, for it may have been loaded anew meanwhile. */
function keepUp(): void {
  if (document.documentElement.dataset.at !== placeOf(location)) location.reload();
}

function show(html: string, to: URL): void {
  const next = new DOMParser().parseFromString(html, 'text/html');
  if (to.href !== location.href) history.pushState(null, '', to);
  document.documentElement.dataset.at = placeOf(to);
  document.title = next.title;
  document.body.replaceWith(next.body);
  for (const { src } of next.head.querySelectorAll<HTMLScriptElement>('script[src]')) {
    document.head.append(Object.assign(document.createElement('script'), { src, async: false }));
  }
  scrollTo(0, 0);
  const first = document.querySelector<HTMLElement>('[autofocus], h1');
  if (first?.tagName === 'H1') first.tabIndex = -1;
  first?.focus();
}

document.documentElement.dataset.at ??= placeOf(location);
addEventListener('popstate', keepUp);

/** Forms that need no more than this; where no page comes back, the browser sends them itself and says what is wrong. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-landing]')) {
  let busy = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const typed = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    );
    if (await land(form.action, new URLSearchParams(typed))) return;
    busy = false;
    form.submit();
  });
}
