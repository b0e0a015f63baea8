// Error summaries take the focus, when the page opens and when htmx brings one in.
const focusIn = (root) => root.querySelector?.("[data-focus]")?.focus();
document.documentElement.classList.add("scripted");
focusIn(document);
document.addEventListener("htmx:after:swap", (event) => focusIn(event.target));
