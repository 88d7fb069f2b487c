// What every page loads: the styles, htmx, and small behaviours. Pages read well without it.
import "./styles/index.css";
import htmx from "htmx.org";
import { keyboard } from "./behaviours/keyboard";
import { disclosures } from "./behaviours/disclosures";
import { copying } from "./behaviours/copying";
import { printing } from "./behaviours/printing";
import { tidying } from "./behaviours/tidying";

// The content policy of the desk allows neither evaluated code nor styles put in by a script.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0; // what a page shows is not left behind in the browser's storage

document.documentElement.dataset["script"] = "on";
keyboard(document);
disclosures(document);
copying(document);
printing(document);
tidying(document);
