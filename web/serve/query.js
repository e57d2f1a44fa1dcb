// The query page: YASGUI with the ready queries. What it shows comes from this server only.
import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";

globalThis.Yasgui = Yasgui;
