// Keeps a copy on the device, so that the page opens without a connection too: the page with nobody on it, its files,
// and the names with the hashes of their tickets. The worker hands it out; `house/forget.js` and a day take it away.
const root = document.getElementById("check-in");
const words = root.dataset;
const home = new URL(words.home, location.href);
const name = `check-in ${home.pathname}`;
const day = 24 * 3600 * 1000;

const files = () => {
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name.split("#")[0]);
  const reader = "BarcodeDetector" in window ? [] : [new URL(words.reader, home).href];
  return new Set([...loaded, ...reader].filter((url) => new URL(url).pathname.startsWith("/static/")));
};
const renew = async (guests) => {
  const copy = await caches.open(name);
  await copy.addAll([words.copy, ...files()]);
  await copy.put(home, await copy.match(words.copy));
  await copy.put(words.guests, guests);
  await navigator.serviceWorker.register(words.worker);
  await navigator.serviceWorker.ready;
  words.offline = "ready";
};
const keep = async ({ detail: guests }) => {
  const isOld = Date.now() - Date.parse(guests.headers.get("Date")) > day;
  if (guests.redirected || !guests.ok || isOld) await caches.delete(name);
  else if (!guests.headers.has("X-Kept")) await renew(guests);
};
if ("serviceWorker" in navigator) {
  root.addEventListener("guests", (event) => keep(event).catch(() => {}));
}
