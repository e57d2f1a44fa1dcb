/* The picture to keep: SVG as it is, PNG at twice its size, and what the printer gets. */

function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

const asText = () => new XMLSerializer().serializeToString(drawScene(makeScene()));

function saveSvg() {
  download(new Blob([asText()], { type: "image/svg+xml" }), "graph.svg");
}

async function savePng() {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asText())}`;
  await image.decode();
  const scale = Math.min(2, 8000 / Math.max(image.width, image.height));
  const canvas = make("canvas", { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => download(blob, "graph.png"), "image/png");
}

document.getElementById("png").addEventListener("click", savePng);
document.getElementById("svg").addEventListener("click", saveSvg);

const sheet = document.getElementById("sheet");
window.addEventListener("beforeprint", () => {
  sheet.replaceChildren(drawScene(makeScene()));
  for (const part of panel.querySelectorAll("details")) {
    part.dispatchEvent(new Event("toggle")); // the browser's own would come after the printer
    part.open = true;
  }
});
window.addEventListener("afterprint", () => sheet.replaceChildren());
