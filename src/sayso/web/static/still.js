// What a page that is a file by itself does.
import { draw } from "./js/draw.js";
import { schemes } from "./js/schemes.js";

schemes();
draw();
