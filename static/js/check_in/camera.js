// Tickets read by the camera: by the browser's own reader, or by ours where it has none (Safari, Firefox, Linux).
const root = document.getElementById("check-in");
const camera = document.getElementById("door-camera");
const video = camera.querySelector("video");
const widest = 640;
const tell = (name, detail) => root.dispatchEvent(new CustomEvent(name, { detail }));

const ours = async () => {
  await import(root.dataset.reader);
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return () => {
    const scale = Math.min(1, widest / video.videoWidth);
    canvas.width = video.videoWidth * scale;
    canvas.height = video.videoHeight * scale;
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = pen.getImageData(0, 0, canvas.width, canvas.height);
    return window.jsQR(picture.data, picture.width, picture.height, { inversionAttempts: "dontInvert" })?.data;
  };
};
const theirs = () => {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return async () => (await detector.detect(video).catch(() => []))[0]?.rawValue;
};

// A ticket that stays before the camera is told once in five seconds.
const watch = async (look) => {
  let last = "";
  for (;;) {
    const found = await look();
    if (found && found !== last) {
      last = found;
      setTimeout(() => (last = ""), 5000);
      tell("ticket", found);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

camera.hidden = !navigator.mediaDevices;
camera.querySelector("button").addEventListener("click", async (event) => {
  event.target.disabled = true;
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    await video.play();
    video.hidden = false;
    event.target.hidden = true;
    watch("BarcodeDetector" in window ? theirs() : await ours());
  } catch {
    event.target.disabled = false;
    tell("trouble", root.dataset.noCamera);
  }
});
