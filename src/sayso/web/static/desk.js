// What every page does.
import { schemes } from "./js/schemes.js";

schemes();
