// Signing out takes along what check-in pages keep on the device for a lost connection.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-forget]");
  if (!form || !window.caches) return;
  event.preventDefault();
  const names = await caches.keys().catch(() => []);
  await Promise.allSettled(names.filter((name) => name.startsWith("check-in ")).map((name) => caches.delete(name)));
  form.submit();
});
