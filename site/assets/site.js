// Makes pages quicker; each of them works without it.

/** How often an open page looks whether its figures are still the newest. */
const LOOK_EVERY_MILLIS = 5 * 60_000;
/** A page that nobody has touched for so long is read by nobody, or from afar. */
const UNTOUCHED_MILLIS = 2 * 60_000;

const content = () => document.querySelector('#content');
const parsed = async (address) => {
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  if (!response.ok || response.redirected) throw new Error('No page came back');
  return new DOMParser().parseFromString(await response.text(), 'text/html');
};

/** What somebody has opened to type or choose in, and the title of a view that they have begun, are there on the next page too. */
function keepOpened(was, is) {
  for (const part of ['.filter__details', '.save-view'])
    if (was.querySelector(part)?.open) is.querySelector(part)?.setAttribute('open', '');
  const [typed, field] = [was, is].map((page) => page.querySelector('#save-view-title'));
  if (typed?.value && field !== null) field.value = typed.value;
}

/** Shows another page in place of this one, with the focus where it was. */
async function show(address) {
  const page = await parsed(address);
  const next = page.querySelector('#content');
  if (next === null) throw new Error('No page came back');
  const focused = document.activeElement;
  const place = focused?.name && focused.value ? [focused.name, focused.value] : null;
  keepOpened(content(), next);
  content().replaceWith(next);
  document.title = page.title;
  if (place !== null)
    for (const field of next.querySelectorAll('input'))
      if (field.name === place[0] && field.value === place[1]) field.focus();
  enhance();
}

const addressShown = () => location.pathname + location.search;
let shown = addressShown();

/** A choice of the filter applies at once. The button stays for those who choose several. */
function applyAtOnce(form) {
  form.addEventListener('change', async () => {
    const address = `${form.action.split('?')[0]}?${new URLSearchParams(new FormData(form))}`;
    try {
      await show(address);
      history.pushState(null, '', address);
      shown = addressShown();
    } catch {
      form.submit();
    }
  });
}

const tip = document.createElement('div');
tip.className = 'tip';
tip.hidden = true;

/** A point of a picture tells its value under the pointer. The table tells it to everybody. */
function tellPoints() {
  document.addEventListener('pointermove', (event) => {
    const label = event.target instanceof Element ? event.target.closest('[data-label]') : null;
    tip.hidden = label === null;
    if (label === null) return;
    tip.textContent = label.getAttribute('data-label');
    const left = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8);
    tip.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, event.clientY - tip.offsetHeight - 12)}px)`;
  });
  document.body.append(tip);
}

let touchedAt = Date.now();
for (const touch of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll'])
  addEventListener(touch, () => (touchedAt = Date.now()), { passive: true });

/** What stands open and is typed on this page, by its place: the same page made anew has it there too. */
const partsOf = (page) => ({
  details: [...page.querySelectorAll('details')],
  fields: [...page.querySelectorAll('input, select, textarea')].filter(({ type }) => type !== 'hidden'),
});

/** Puts newer figures in place of these. What is open, typed and in focus stays so, and nothing scrolls. */
function renew(page) {
  const [now, next] = [content(), page.querySelector('#content')];
  const [was, is] = [partsOf(now), partsOf(next)];
  const links = [...now.querySelectorAll('a, summary, button, input, select, textarea, [tabindex]')];
  const place = links.indexOf(document.activeElement);
  for (const [kind, keeps] of [
    ['details', ({ open }) => ({ open })],
    ['fields', ({ value, checked }) => ({ value, checked })],
  ])
    if (was[kind].length === is[kind].length)
      for (const [index, part] of was[kind].entries()) Object.assign(is[kind][index], keeps(part));
  now.replaceWith(next);
  document.title = page.title;
  const same = next.querySelectorAll('a, summary, button, input, select, textarea, [tabindex]')[place];
  same?.focus({ preventScroll: true });
  notice().hidden = true;
  enhance();
}

const notice = () => document.querySelector('#newer');
let newerPage = null;

/**
 * Looks for newer figures. A page that is not being read shows them by itself; where somebody reads, nothing moves: it is
 * said politely that they are there, with a button that shows them.
 */
async function lookForNewer() {
  const version = content()?.dataset.version;
  if (!version || document.visibilityState !== 'visible') return;
  const page = await parsed(location.href).catch(() => null);
  const newer = page?.querySelector('#content')?.dataset.version;
  if (!newer || newer === version) return;
  newerPage = page;
  if (Date.now() - touchedAt > UNTOUCHED_MILLIS) renew(page);
  else notice().hidden = false;
}

/** Long work under way: the page is shown anew until it has ended, and says so. */
function followWork() {
  const seconds = Number(content()?.dataset.refresh);
  if (!seconds) return;
  setTimeout(async () => {
    const focus = document.activeElement?.id;
    try {
      if (document.visibilityState === 'visible' && !content().contains(document.activeElement?.form ?? null))
        await show(location.href);
      else return followWork();
    } catch {
      return followWork();
    }
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    const said = document.querySelector('#said');
    if (!content().dataset.refresh && said !== null) said.textContent = document.title;
  }, seconds * 1_000);
}

/** A form that is on its way is not sent again by a second click. */
function sendOnce(form) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
}

/** How much finer a picture is than on a page: enough for paper. */
const PICTURE_SCALE = 2;

/** Draws the file of a picture, which the server made in its own light colours, as PNG, with the letters that this browser has. */
async function pngOf(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * PICTURE_SCALE;
  canvas.height = image.naturalHeight * PICTURE_SCALE;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function offerPng(link) {
  link.hidden = false;
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    const href = URL.createObjectURL(await pngOf(link.href));
    const file = Object.assign(document.createElement('a'), {
      href,
      download: `${link.dataset.picture}.png`,
    });
    file.click();
    URL.revokeObjectURL(href);
  });
}

function enhance() {
  for (const link of document.querySelectorAll('a[data-picture]')) offerPng(link);
  followWork();
  for (const button of document.querySelectorAll('button[data-once]')) sendOnce(button.form);
  for (const form of document.querySelectorAll('form[data-enhance="filter"]')) applyAtOnce(form);
}

enhance();
tellPoints();
addEventListener('popstate', () => {
  // A way within the page leads to no other one.
  if (addressShown() !== shown) location.reload();
});
setInterval(lookForNewer, LOOK_EVERY_MILLIS);
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
notice()
  ?.querySelector('a')
  ?.addEventListener('click', (event) => {
    if (newerPage === null) return;
    event.preventDefault();
    renew(newerPage);
    content().focus({ preventScroll: true });
  });
