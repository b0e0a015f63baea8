// What script adds to a survey: questions that appear at once, one sending for two clicks, answers kept on a phone
// that loses its connection, and a shared device that clears itself. Without it everything works as well.
const form = document.getElementById("survey");
const HOURS_20 = 20 * 3600 * 1000;
document.documentElement.classList.add("scripted");
document.querySelector("[data-focus]")?.focus();

const kept = {
  name: (channel) => `survey-${channel}`,
  read(channel) {
    try {
      const found = JSON.parse(localStorage.getItem(this.name(channel)));
      return found && Date.now() - found.at < HOURS_20 ? found : null;
    } catch {
      return null;
    }
  },
  write(channel, pairs) {
    try {
      localStorage.setItem(this.name(channel), JSON.stringify({ at: Date.now(), pairs }));
    } catch {
      // A browser that keeps nothing keeps nothing.
    }
  },
  forget(channel) {
    try {
      localStorage.removeItem(this.name(channel));
    } catch {
      // As above.
    }
  },
};

const pairsOf = () => [...new FormData(form)].filter(([, value]) => typeof value === "string");

// As many as the server will count: those just chosen, and those that were sent and are not taken away.
const filesOf = (field) => {
  const sent = document.querySelectorAll(`input[name="${CSS.escape(field.name)}__drop"]:not(:checked)`).length;
  const number = field.multiple ? field.files.length + sent : Math.min(1, field.files.length + sent);
  return Array.from({ length: number }, () => null);
};

// The answers given so far as the conditions read them.
const answers = (known) => {
  const values = { ...known };
  for (const field of form.elements) {
    if (!field.name || field.name.startsWith("_") || field.closest("[hidden]")) continue;
    if (field.type === "file") {
      const files = filesOf(field);
      if (files.length) values[field.name] = files;
    } else if (field.name.endsWith("__drop")) {
      continue;
    } else if (field.type === "checkbox") {
      if (field.checked) values[field.name] = [...(values[field.name] ?? []), field.value];
    } else if (field.type === "radio") {
      if (field.checked) values[field.name] = /^-?\d+$/.test(field.value) && field.closest(".rating") ? Number(field.value) : field.value;
    } else if (field.value.trim()) {
      const number = Number(field.value.replace(",", "."));
      values[field.name] = field.inputMode && !Number.isNaN(number) ? number : field.value;
    }
    if (field.checked && field.closest(".apart")) delete values[field.name];
  }
  return values;
};

const followConditions = async () => {
  const { truth } = await import(form.dataset.logicFrom);
  const known = JSON.parse(form.dataset.known || "{}");
  const items = [...form.querySelectorAll("[data-relevant]")];
  const refresh = () => {
    for (const item of items) {
      item.hidden = truth(JSON.parse(item.dataset.relevant), answers(known), form.dataset.today) !== true;
      for (const field of item.querySelectorAll("input, select, textarea")) field.disabled = item.hidden;
    }
  };
  form.addEventListener("input", refresh);
  refresh();
};

// A choice that stands alone ("none of these") takes the others away, and the other way round.
const keepAlone = (event) => {
  const ticked = event.target;
  if (ticked.type !== "checkbox" || !ticked.checked || !ticked.closest("fieldset")) return;
  for (const other of ticked.closest("fieldset").querySelectorAll(`input[name="${CSS.escape(ticked.name)}"]`)) {
    if (other !== ticked && ("alone" in ticked.dataset || "alone" in other.dataset)) other.checked = false;
  }
};

const guardSending = () => {
  const status = form.querySelector("[data-status]");
  let isSending = false;
  form.addEventListener("submit", (event) => {
    if (isSending) return event.preventDefault();
    if (navigator.onLine === false) {
      event.preventDefault();
      status.textContent = form.dataset.offline;
      return undefined;
    }
    isSending = true;
    status.textContent = form.dataset.sending;
    return undefined;
  });
  // Back to a page from the browser's memory: it may be sent again.
  addEventListener("pageshow", () => {
    isSending = false;
    status.textContent = "";
  });
};

const keepHere = (channel) => {
  const write = () => kept.write(channel, pairsOf());
  form.addEventListener("change", write);
  write();
};

const offerKept = (place) => {
  const found = kept.read(place.dataset.resume);
  if (!found) return;
  place.hidden = false;
  place.querySelector("[data-clear]").addEventListener("click", () => {
    kept.forget(place.dataset.resume);
    place.hidden = true;
  });
  place.querySelector("button").addEventListener("click", () => {
    const again = document.createElement("form");
    again.method = "post";
    again.action = place.dataset.action;
    for (const [name, value] of [...found.pairs, ["_go", "language"]]) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      again.append(field);
    }
    document.body.append(again);
    again.submit();
  });
};

// A shared device asks two minutes before, and then goes back to the beginning with nothing left.
const clearSharedDevice = () => {
  const limit = Number(form.dataset.kiosk) * 1000;
  const leave = () => {
    form.reset();
    location.replace(form.dataset.start);
  };
  let warning = null;
  let timers = [];
  const begin = () => {
    timers.forEach(clearTimeout);
    warning?.remove();
    warning = null;
    timers = [setTimeout(warn, limit - 120000), setTimeout(leave, limit)];
  };
  const warn = () => {
    warning = document.createElement("div");
    warning.className = "notice warn kiosk-warning";
    warning.setAttribute("role", "alertdialog");
    warning.setAttribute("aria-label", form.dataset.warning);
    const words = document.createElement("p");
    words.textContent = form.dataset.warning;
    const stay = document.createElement("button");
    stay.type = "button";
    stay.className = "button primary";
    stay.textContent = form.dataset.stay;
    stay.addEventListener("click", begin);
    warning.append(words, stay);
    document.body.append(warning);
    stay.focus();
  };
  form.addEventListener("input", begin);
  begin();
};

if (form) {
  // Without the logic the server brings each question when its time has come.
  if ("logic" in form.dataset) followConditions().catch(() => {});
  form.addEventListener("change", keepAlone);
  guardSending();
  if (form.dataset.kiosk) clearSharedDevice();
  else if (form.dataset.keep) keepHere(form.dataset.keep);
}
const place = document.querySelector("[data-resume]");
if (place) offerKept(place);
const { finished, again } = document.body.dataset;
if (finished) kept.forget(finished);
if (again) setTimeout(() => location.replace(again), 60000);
