// Answers for the check-in page of one event from the copy on the device where the server does not answer in time.
const home = new URL(self.registration.scope);
const patience = 5000;

const kept = async (request) => {
  const copy = await caches.open(`check-in ${home.pathname}`);
  const found = await copy.match(request.mode === "navigate" ? home.href : request);
  if (!found) return undefined;
  const headers = new Headers(found.headers);
  headers.set("X-Kept", "yes");
  return new Response(found.body, { headers });
};
const asked = async (request) => {
  const answer = await fetch(request);
  if (answer.status >= 500) throw new Error(answer.statusText);
  return answer;
};
const late = () => new Promise((_resolve, reject) => setTimeout(reject, patience));
const answer = async (request) => {
  const asking = asked(request);
  try {
    return await Promise.race([asking, late()]);
  } catch {
    return (await kept(request)) ?? asking.catch(() => Response.error());
  }
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});
