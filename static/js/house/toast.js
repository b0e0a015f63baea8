// An answer to htmx with the header HX-Trigger: {"toast": {"tone": "ok", "text": "Saved."}} is announced and shown for a while.
const region = document.getElementById("toasts");
document.addEventListener("toast", (event) => {
  const { tone = "info", text = "" } = event.detail ?? {};
  const notice = document.createElement("div");
  notice.className = `notice ${["ok", "warn", "bad", "info"].includes(tone) ? tone : "info"}`;
  notice.append(Object.assign(document.createElement("p"), { textContent: text }));
  region?.append(notice);
  if (tone === "ok" || tone === "info") setTimeout(() => notice.remove(), 8000);
});
