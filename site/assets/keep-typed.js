// Sends a form without leaving the page, so that nothing that was typed is lost where the connection is. A second press
// while the first is on its way does nothing.

/** Shows what came back in place of this page. */
function show(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const next = page.querySelector('#content');
  if (next === null) throw new Error('No page came back');
  document.querySelector('#content').replaceWith(next);
  document.title = page.title;
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
    // What is done once is not gone back to: its page came of a form, and the browser would ask to send that again.
    return 'once' in form.dataset ? location.replace(response.url) : location.assign(response.url);
  }
  show(await response.text());
}

let isLeaving = false;

/** Forms that are on their way. */
const sending = new WeakSet();
/** What each form said before anything was typed there. */
const firsts = new WeakMap();

const isKept = (form) => form?.dataset.enhance === 'keeps';
const said = (form) => new URLSearchParams(new FormData(form)).toString();

// For the whole page: what is shown in place of a part of it has its forms kept too.
document.addEventListener('focusin', ({ target }) => {
  if (isKept(target.form) && !firsts.has(target.form)) firsts.set(target.form, said(target.form));
});

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!isKept(form)) return;
  event.preventDefault();
  if (sending.has(form)) return;
  sending.add(form);
  const lost = form.querySelector('[data-lost]');
  lost.hidden = true;
  try {
    await send(form, event.submitter);
  } catch {
    lost.hidden = false;
  } finally {
    if (!isLeaving) sending.delete(form);
  }
});

// Whoever closes the tab with something typed is asked.
addEventListener('beforeunload', (event) => {
  const isTyped = (form) => firsts.has(form) && said(form) !== firsts.get(form);
  const forms = [...document.querySelectorAll('form[data-enhance="keeps"]')];
  if (forms.some(isTyped) && !isLeaving) event.preventDefault();
});
