// Sends a form without leaving the page, so that nothing that was typed is lost where the connection is. A second press
// while the first is on its way does nothing.

/** Shows what came back in place of this page. */
function show(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const next = page.querySelector('#content');
  if (next === null) throw new Error('No page came back');
  document.querySelector('#content').replaceWith(next);
  document.title = page.title;
  for (const form of next.querySelectorAll('form[data-enhance="keeps"]')) keep(form);
  const told = next.querySelector('.govuk-error-summary, .preview__title') ?? next;
  told.tabIndex = -1;
  scrollTo(0, 0);
  told.focus();
  told.scrollIntoView({ block: 'start' });
}

async function send(form, button) {
  const fields = new URLSearchParams(new FormData(form, button));
  const response = await fetch(form.action, { method: 'POST', body: fields });
  if (response.redirected) {
    isLeaving = true;
    return location.assign(response.url);
  }
  show(await response.text());
}

let isLeaving = false;

function keep(form) {
  let isOnItsWay = false;
  const first = new URLSearchParams(new FormData(form)).toString();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isOnItsWay) return;
    isOnItsWay = true;
    const lost = form.querySelector('[data-lost]');
    lost.hidden = true;
    try {
      await send(form, event.submitter);
    } catch {
      lost.hidden = false;
    } finally {
      isOnItsWay = isLeaving;
    }
  });
  // Whoever closes the tab with something typed is asked.
  addEventListener('beforeunload', (event) => {
    const isTyped = form.isConnected && new URLSearchParams(new FormData(form)).toString() !== first;
    if (isTyped && !isLeaving) event.preventDefault();
  });
}

for (const form of document.querySelectorAll('form[data-enhance="keeps"]')) keep(form);
