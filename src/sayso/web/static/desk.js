// What every page does. Each module looks for its own marks in the page and does nothing where there are none.
import { brush } from "./js/brush.js";
import { citation } from "./js/citation.js";
import { keys } from "./js/keys.js";
import { lean } from "./js/lean.js";
import { pairs } from "./js/pairs.js";
import { parts } from "./js/parts.js";
import { schemes } from "./js/schemes.js";
import { only } from "./js/only.js";

schemes();
keys();
lean();
pairs();
only();
citation();
parts(brush);
brush();
