// What an answer of htmx brings is noticed by everybody: an error summary ([data-focus]) takes the focus, and a count of results
// ([data-announce]) is said by the announcer, a live region that was there before.
const take = (mark) => {
  const fresh = [...document.querySelectorAll(`[${mark}]`)];
  fresh.forEach((element) => element.removeAttribute(mark));
  return fresh[0];
};
const notice = (isNew) => {
  take("data-focus")?.focus();
  const said = take("data-announce")?.textContent.trim();
  if (isNew && said) document.getElementById("announcer").textContent = said;
};
document.documentElement.classList.add("scripted");
notice(false);
document.addEventListener("htmx:after:swap", () => notice(true));
