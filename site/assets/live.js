// Tells what others change while somebody looks at a page. Nothing moves, and nothing that is typed is touched.

const FIRST_WAIT_MILLIS = 2_000;
const LONGEST_WAIT_MILLIS = 60_000;
/** A page that nobody has touched for so long is read by nobody: it is told no more until somebody does. */
const UNTOUCHED_MILLIS = 30 * 60_000;

const OVER = {
  SIGNED_OUT: 'You have been signed out. Sign in again in another tab before you go on here.',
  CLOSED: 'This is not open to you any more.',
};

let touchedAt = Date.now();
const isRead = () => document.visibilityState === 'visible' && Date.now() - touchedAt < UNTOUCHED_MILLIS;

/** Says something at its place, once; nothing where there is nothing to say. */
function say(place, sentence, hasLink = true) {
  const says = place.querySelector('p');
  if (sentence === null) {
    says.hidden = true;
    return;
  }
  const text = says.querySelector('[data-says]');
  if (text.textContent !== sentence) text.textContent = sentence;
  says.querySelector('a').hidden = !hasLink;
  says.hidden = false;
}

/** The complaints whose rows stand on this page. */
const idsHere = () =>
  [...document.querySelectorAll('#content tbody th a[href^="/complaints/"]')].map((link) =>
    decodeURIComponent(link.pathname.split('/')[2]),
  );

/** "2 new, 1 gone", or that the order is another; null where the rows are those that stand here. */
function changesOf(ids) {
  const here = idsHere();
  const [come, gone] = [ids.filter((id) => !here.includes(id)), here.filter((id) => !ids.includes(id))];
  const counts = [come.length && `${come.length} new`, gone.length && `${gone.length} gone`].filter(Boolean);
  if (counts.length > 0) return `${counts.join(', ')} on this page of the list.`;
  return ids.join() === here.join() ? null : 'The order of this list has changed.';
}

/** Follows what one place is told, while the page is read. */
function follow(place) {
  let source = null;
  let wait = FIRST_WAIT_MILLIS;
  let timer;
  let isOver = false;

  const close = () => {
    source?.close();
    source = null;
    clearTimeout(timer);
  };
  const later = () => {
    close();
    // Many pages that lost the same server do not come back at once.
    timer = setTimeout(open, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, LONGEST_WAIT_MILLIS);
  };
  function open() {
    if (isOver || source !== null || !isRead()) return;
    source = new EventSource(place.dataset.live);
    source.addEventListener('error', later);
    source.addEventListener('told', ({ data }) => {
      wait = FIRST_WAIT_MILLIS;
      const { says = null, ids } = JSON.parse(data);
      say(place, ids === undefined ? says : changesOf(ids));
    });
    source.addEventListener('over', ({ data }) => {
      const { why } = JSON.parse(data);
      if (OVER[why] === undefined) return later();
      isOver = true;
      close();
      say(place, OVER[why], false);
    });
  }
  return { open, close, look: () => (isRead() ? open() : close()) };
}

const followed = [...document.querySelectorAll('[data-live]')].map(follow);
const all = (what) => () => {
  for (const each of followed) each[what]();
};

for (const touch of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll'])
  addEventListener(
    touch,
    () => {
      const wasUnread = !isRead();
      touchedAt = Date.now();
      if (wasUnread) all('open')();
    },
    { passive: true },
  );
document.addEventListener('visibilitychange', all('look'));
addEventListener('pagehide', all('close'));
addEventListener('pageshow', all('open'));
setInterval(all('look'), LONGEST_WAIT_MILLIS);
all('open')();
