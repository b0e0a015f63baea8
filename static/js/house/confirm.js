// <button data-confirm="Really?"> asks before its form is sent. Without script the next page asks, or the action can be undone.
document.addEventListener("submit", (event) => {
  const asker = event.submitter?.closest("[data-confirm]") ?? event.target.closest("[data-confirm]");
  if (asker && !window.confirm(asker.dataset.confirm)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);
