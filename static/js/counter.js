// Counts the characters of a text as it is typed. The server counted them when the page was made, and counts again.
for (const line of document.querySelectorAll("[data-counter-for]")) {
  const field = document.getElementById(line.dataset.counterFor);
  const count = line.querySelector("[data-count]");
  if (!field || !count) continue;
  const show = () => {
    const written = [...field.value.trim()].length;
    count.textContent = String(written);
    line.classList.toggle("error", written > Number(field.dataset.counter));
  };
  field.addEventListener("input", show);
  show();
}
