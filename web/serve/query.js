// The query page: YASGUI over this server's endpoint, with the ready queries and a picture of the answer.
import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";
import { Picture } from "./parts/picture.js";

const place = document.getElementById("yasgui");
const { base, prefixes } = JSON.parse(place.dataset.graph);
const START = "SELECT ?who ?whom ?date WHERE {\n  ?meeting a eg:Meeting ; eg:modality eg:asserted ;\n    eg:initiator/rdfs:label ?who ; eg:recipient/rdfs:label ?whom .\n  OPTIONAL { ?meeting eg:date ?date }\n}\nORDER BY DESC(?date)\nLIMIT 50";

function declared(query) {
  const used = Object.keys(prefixes).filter(name => new RegExp(`(^|[^\\w.-])${name}:`).test(query));
  return [...used.map(name => `PREFIX ${name}: <${prefixes[name]}>`), query].join("\n");
}

// Other completers ask servers elsewhere.
Yasgui.Yasqe.defaults.autocompleters = ["variables"];
Yasgui.Yasqe.defaults.value = declared(START);
Yasgui.Yasr.defaults.prefixes = prefixes;
Yasgui.Yasr.defaults.maxPersistentResponseSize = 0;
Yasgui.Yasr.defaults.pluginOrder = ["table", "picture", "response"];
Yasgui.Yasr.registerPlugin("picture", Picture);
const yasgui = new Yasgui(place, {
  requestConfig: { endpoint: `${location.origin}/sparql`, method: "POST" },
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [] },
  persistenceId: "eventgraph",
});

document.addEventListener("ready", event => {
  const tab = yasgui.getTab();
  tab.setQuery(event.detail);
  tab.query();
});

// What the graph names is on this server, wherever its names point.
place.addEventListener("click", event => {
  const link = event.target.closest?.("a[href]");
  if (link?.href.startsWith(base)) link.href = `/id/${link.href.slice(base.length)}`;
}, true);
