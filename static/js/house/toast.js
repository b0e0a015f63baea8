// An answer to htmx with the header HX-Trigger: {"toast": {"tone": "ok", "text": "Saved."}} is announced and shown for a while.
const region = document.getElementById("toasts");
const icons = { ok: "circle-check", warn: "triangle-alert", bad: "circle-x", info: "info" };
const drawing = (name) => {
  const [svg, use] = ["svg", "use"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${region.dataset.icons}#${name}`);
  svg.append(use);
  return svg;
};
document.addEventListener("toast", (event) => {
  const { tone = "info", text = "" } = event.detail ?? {};
  const known = tone in icons ? tone : "info";
  const notice = document.createElement("div");
  notice.className = `notice ${known}`;
  notice.append(drawing(icons[known]), Object.assign(document.createElement("p"), { textContent: text }));
  region?.append(notice);
  if (tone === "ok" || tone === "info") setTimeout(() => notice.remove(), 8000);
});
