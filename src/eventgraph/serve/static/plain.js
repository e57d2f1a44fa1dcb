// The query form of an installation without the bundled editor: a ready question fills the text.
"use strict";
document.addEventListener("ready", event => {
  document.getElementById("query").value = event.detail;
});
