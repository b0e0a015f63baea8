// The appearance form changes the page at once; the server still keeps the choice in its cookie.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-theme-switch]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const choice = event.submitter.value;
  fetch(form.action, { method: "POST", body: new URLSearchParams({ theme: choice, next: "/" }), redirect: "manual" });
  if (choice === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  form.querySelectorAll("button").forEach((button) => {
    button.setAttribute("aria-pressed", String(button === event.submitter));
  });
  const shown = form.closest("details").querySelector("summary .icon use");
  shown.setAttribute("href", event.submitter.querySelector("use").getAttribute("href"));
  form.closest("details").open = false;
  form.closest("details").querySelector("summary").focus();
});
