// Starts GraphiQL on its page. What is asked goes to this site, which asks the graph in the visitor's name.

const place = document.getElementById('graphiql');
const { endpoint, formToken } = place.dataset;
const tabs = JSON.parse(place.dataset.tabs);

self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => place.dataset[label] };

// It would write each question into the address, and keep it in the browser: a question may name a person.
history.replaceState = () => {};
const kept = new Map();
const storage = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => kept.set(key, value),
  removeItem: (key) => kept.delete(key),
  clear: () => kept.clear(),
  get length() {
    return kept.size;
  },
};

globalThis.YogaGraphiQL.renderYogaGraphiQL(place, {
  endpoint,
  storage,
  title: 'Complaints',
  defaultTabs: tabs,
  // The tab that is open begins with these, whatever its own are.
  ...tabs[0],
  additionalHeaders: { 'x-form-token': formToken },
  isHeadersEditorEnabled: false,
  shouldPersistHeaders: false,
});
