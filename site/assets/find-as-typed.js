// Finds among what the page holds while somebody types: nothing is asked for. The form's button looks through everything.

/** Words as they are compared: small letters, without accents and punctuation. */
const plain = (text) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const ENDINGS = /(?:ies|ing|ed|es|s|e|y)$/;
const SHORTEST = 4;

/** What is left of a word without its ending, so that "answered" finds "answer". */
function stem(word) {
  const shorter = word.replace(ENDINGS, '');
  return shorter.length >= SHORTEST ? shorter : word;
}

/** Whether each word that was typed begins a word of the text. */
const isFound = (text, words) => words.every((word) => ` ${text}`.includes(` ${stem(word)}`));

function findAmong(list) {
  const field = document.getElementById(list.dataset.findAmong);
  const told = document.getElementById(list.dataset.findSays);
  const items = [...list.children].map((item) => ({ item, text: plain(item.textContent) }));
  let waiting;
  const say = (shown, typed) => {
    told.hidden = typed === '';
    told.textContent =
      shown === 0
        ? 'No question listed here has these words. “Search” looks through every article, and through their texts.'
        : `${shown} of ${items.length} questions fit. “Search” looks through every article, and through their texts.`;
  };
  const find = () => {
    const typed = plain(field.value);
    const words = typed === '' ? [] : typed.split(' ');
    let shown = 0;
    for (const { item, text } of items) {
      item.hidden = !isFound(text, words);
      if (!item.hidden) shown++;
    }
    // Said once somebody pauses, so that it is not said at each key.
    clearTimeout(waiting);
    waiting = setTimeout(() => say(shown, typed), 300);
  };
  field.addEventListener('input', find);
  if (field.value !== '') find();
}

for (const list of document.querySelectorAll('[data-find-among]')) findAmong(list);
