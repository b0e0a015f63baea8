// Who comes without a ticket while there is no connection: kept on the device, each in an entry of its own, until the
// server has answered; signing out (`house/forget.js`) and a day take away what was not sent.
const root = document.getElementById("check-in");
const words = root.dataset;
const home = new URL(words.home, location.href);
const shelf = `check-in walk-ins ${home.pathname}`;
const day = 24 * 3600 * 1000;
const form = document.getElementById("door-kept-walk-in");
const token = root.querySelector("[name=csrfmiddlewaretoken]").value;
const tell = (name, detail) => root.dispatchEvent(new CustomEvent(name, { detail }));
let isSending = false;

const entry = (nonce) => new URL(`kept/${nonce}`, home);
const forget = async (nonces) => {
  const copy = await caches.open(shelf);
  await Promise.all(nonces.map((nonce) => copy.delete(entry(nonce))));
  if (!(await copy.keys()).length) await caches.delete(shelf);
};
const kept = async () => {
  if (!(await caches.has(shelf))) return [];
  const copy = await caches.open(shelf);
  const found = await Promise.all((await copy.keys()).map(async (each) => (await copy.match(each))?.json()));
  const people = found.filter(Boolean);
  const old = people.filter((each) => Date.now() - Date.parse(each.at) > day);
  if (old.length) await forget(old.map((each) => each.nonce));
  return people.filter((each) => !old.includes(each)).sort((one, other) => one.at.localeCompare(other.at));
};
const count = async () => tell("walk-ins", (await kept()).length);

const send = async () => {
  if (isSending) return;
  isSending = true;
  try {
    const people = await kept();
    if (!people.length) return;
    const answer = await fetch(words.walkIns, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ device: localStorage.getItem("check-in-device"), walk_ins: people.slice(0, 50) }),
      signal: AbortSignal.timeout(30_000),
    });
    if (answer.redirected || !answer.ok) return;
    const { results } = await answer.json();
    await forget(results.map((result) => result.nonce));
    if (results.length) tell("told", results.at(-1));
    await count();
  } catch {
    // Still no connection: they stay for the next time.
  } finally {
    isSending = false;
  }
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const typed = Object.fromEntries(new FormData(form));
  const nonce = crypto.randomUUID();
  const one = { nonce, name: typed.name.trim(), organisation: typed.organisation, email: typed.email };
  if (!one.name) return;
  const copy = await caches.open(shelf);
  await copy.put(entry(nonce), Response.json({ ...one, at: new Date().toISOString() }));
  form.reset();
  form.elements.name.focus();
  tell("told", { tone: "ok", text: `✓ ${one.name}` });
  await count();
  send();
});
root.addEventListener("connection", ({ detail: isCut }) => {
  form.hidden = !(isCut && window.caches);
  document.getElementById("door-paper").hidden = !isCut || Boolean(window.caches);
  if (!isCut) send();
});
if (window.caches) {
  count().then(send);
  setInterval(send, 4000);
}
