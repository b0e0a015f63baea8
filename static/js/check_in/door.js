// The door of an event on a phone: tickets by camera or typed, names ticked. Every scan is kept until the server has
// answered it, so a lost connection loses nothing. What is queued is hashes, times and nonces, never names.
const root = document.getElementById("check-in");
const words = root.dataset;
const store = `check-in:${words.event}`;
const ticket = /(?:^|\/t\/)([A-Z2-7]{32})\/?$/;
const told = document.getElementById("door-told");
const keptLine = document.getElementById("door-kept");
const token = root.querySelector("[name=csrfmiddlewaretoken]").value;
// The copy of the page that is kept for a lost connection was made at no session's door.
const scansTo = words.scans + location.search;
const sessions = document.getElementById("session");
if (sessions) sessions.value = new URLSearchParams(location.search).get("session") ?? "";

const queue = () => JSON.parse(localStorage.getItem(store) ?? "[]");
const keep = (scans) => {
  if (scans.length) localStorage.setItem(store, JSON.stringify(scans));
  else localStorage.removeItem(store);
};
const device = localStorage.getItem("check-in-device") ?? crypto.randomUUID();
localStorage.setItem("check-in-device", device);

let list = ""; // as the server sent it last
let names = new Map();
let refused = new Set();
let walkIns = 0; // kept by `walk_ins.js`
const seen = new Set(queue().map((scan) => scan.hash));
let isCut = false;
let isBehind = false; // the list on the page was read before what is kept here was sent
let isSending = false;

const say = (tone, text) => {
  told.className = `door-told ${tone}`;
  told.textContent = text;
  told.hidden = false;
};
// Once it is shown it stays until nothing waits: a connection that is back has sent nothing yet.
const showQueue = (text = "") => {
  const waiting = queue().length + walkIns;
  if (!waiting) keptLine.hidden = true;
  else if (isCut || text) keptLine.hidden = false;
  keptLine.textContent = text || `${words.kept} ${waiting}`;
};
const showList = () => {
  document.getElementById("door-search").requestSubmit();
  root.querySelector("#counts")?.dispatchEvent(new Event("refresh"));
};
const cut = (now) => {
  const was = isCut;
  isCut = now;
  isBehind ||= now;
  showQueue();
  if (was === now) return;
  search();
  document.getElementById("door-walk-in").hidden = isCut;
  root.dispatchEvent(new CustomEvent("connection", { detail: isCut }));
  if (was) showList();
};

const send = async () => {
  const waiting = queue();
  if (isSending || !waiting.length) return;
  isSending = true;
  try {
    const answer = await fetch(waiting[0].to, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ device, scans: waiting.filter((scan) => scan.to === waiting[0].to).slice(0, 100) }),
      signal: AbortSignal.timeout(30_000),
    });
    if (answer.redirected || [401, 403].includes(answer.status)) {
      showQueue(words.signIn);
    } else if (answer.ok) {
      const { results } = await answer.json();
      const done = new Set(results.map((result) => result.nonce));
      keep(queue().filter((scan) => !done.has(scan.nonce)));
      const last = results.at(-1);
      if (last) say(last.tone, last.text);
      cut(false);
      if (isBehind && !queue().length) {
        isBehind = false;
        showList();
      } else {
        root.querySelector("#counts")?.dispatchEvent(new Event("refresh"));
      }
    }
  } catch {
    cut(true);
  } finally {
    isSending = false;
  }
};

// What the device itself can say at once; the server's answer replaces it.
const preview = (hash) => {
  if (refused.has(hash)) say("bad", words.refused);
  else if (!names.has(hash)) say("warn", words.unknown);
  else say(seen.has(hash) ? "warn" : "ok", `${seen.has(hash) ? words.again : "✓"} ${names.get(hash)}`);
};
const record = (hash, kind) => {
  preview(hash);
  if (!refused.has(hash)) seen.add(hash);
  keep([...queue(), { nonce: crypto.randomUUID(), hash, kind, at: new Date().toISOString(), to: scansTo }]);
  showQueue();
  send();
};
const hashOf = async (text) => {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
const read = async (text) => {
  const found = ticket.exec(text.trim());
  if (found) record(await hashOf(found[1]), "scan");
  else say("bad", words.wrong);
};

document.getElementById("door-code").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = event.target.elements.code;
  if (field.value.trim()) read(field.value);
  field.value = "";
  field.focus();
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest(".door-tick");
  if (!form) return;
  event.preventDefault();
  record(form.dataset.hash, "by_name");
  form.querySelector("button").disabled = true;
});

// Without a connection the names in memory are searched. The list is written anew only when something on it changes:
// a button that is replaced under a finger is not pressed.
const offline = document.getElementById("door-offline");
const field = document.getElementById("q");
const row = ([hash, name]) => {
  const line = document.createElement("li");
  const form = Object.assign(document.createElement("form"), { className: "door-tick" });
  form.dataset.hash = hash;
  const button = Object.assign(document.createElement("button"), { className: "button", textContent: words.tick });
  button.setAttribute("aria-label", `${words.tick}: ${name}`);
  button.disabled = seen.has(hash);
  form.append(button);
  line.append(Object.assign(document.createElement("div"), { textContent: name }), form);
  return line;
};
function search() {
  offline.hidden = !isCut;
  document.getElementById("results").hidden = isCut;
  if (!isCut) return;
  const parts = field.value.toLocaleLowerCase().split(/\s+/);
  const hits = [...names].filter(([, name]) => parts.every((part) => name.toLocaleLowerCase().includes(part)));
  offline.replaceChildren(...hits.slice(0, 30).map(row));
}
field.addEventListener("input", search);

root.addEventListener("ticket", (event) => read(event.detail));
root.addEventListener("trouble", (event) => say("bad", event.detail));
root.addEventListener("told", ({ detail: { tone, text } }) => say(tone, text));
root.addEventListener("walk-ins", ({ detail: waiting }) => {
  const areSent = waiting < walkIns;
  walkIns = waiting;
  showQueue();
  if (areSent) showList();
});

// Without a connection the copy that this device kept answers, and says that it does.
const load = async () => {
  try {
    const answer = await fetch(words.guests);
    root.dispatchEvent(new CustomEvent("guests", { detail: answer.clone() }));
    if (answer.redirected || !answer.ok) throw new Error(answer.statusText);
    const sent = await answer.text();
    if (sent !== list) {
      list = sent;
      const known = JSON.parse(sent);
      names = new Map(known.guests);
      refused = new Set(known.refused);
      search();
    }
    root.dataset.ready = "yes";
    cut(answer.headers.has("X-Kept"));
  } catch {
    cut(true);
  }
};
window.addEventListener("online", load);
window.addEventListener("online", send);
window.addEventListener("offline", () => cut(true));
setInterval(() => (isCut && !queue().length ? load() : send()), 4000);
load();
send();
