// What pages with figures do.
import { draw } from "./js/draw.js";

draw();
