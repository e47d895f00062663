// Builds src/sayso/web/static/vendor/: ES modules with what our own modules import, the map of countries, licences, digests.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, mkdirSync, writeFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { quantize } from "topojson-client";
import { filter, filterWeight, presimplify, quantile, simplify } from "topojson-simplify";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OUT = here("../../src/sayso/web/static/vendor/");
const COUNTRIES = here("../../src/sayso/lexicon/layouts/countries.yaml");
const KEPT = 0.2; // quantile of the triangles' areas below which points are left out
const STEPS = 1e4; // steps of the grid that points lie on, over the whole map

const MODULES = {
  "d3-array": { take: ["ticks"], of: ["d3-array"] },
  "d3-force": { take: ["forceCollide", "forceLink", "forceManyBody", "forceSimulation", "forceX", "forceY"], of: ["d3-force", "d3-quadtree", "d3-dispatch", "d3-timer"] },
  "d3-geo": { take: ["geoEqualEarth", "geoPath"], of: ["d3-geo", "d3-array"] },
  "topojson-client": { take: ["feature", "mesh"], of: ["topojson-client"] },
};

function banner(packages) {
  const named = packages.map((name) => `${name} ${manifest(name).version}`).join(", ");
  return `/*! ${named} (ISC licence, see ${packages.map((name) => `${name}.LICENSE`).join(", ")}) */`;
}

function manifest(name) {
  return JSON.parse(readFileSync(here(`node_modules/${name}/package.json`), "utf8"));
}

async function bundle(name, { take, of }) {
  await build({
    stdin: { contents: `export { ${take.join(", ")} } from "${name}";`, resolveDir: here(".") },
    outfile: `${OUT}${name}.js`,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    banner: { js: banner(of) },
  });
}

// Countries by ISO 3166-1 alpha-3, as our lexicon has them; areas without a code keep their name and are drawn as land.
function atlas() {
  const codes = new Map([...readFileSync(COUNTRIES, "utf8").matchAll(/code: ([A-Z]{3}), numeric: (\d+)/g)].map((m) => [Number(m[2]), m[1]]));
  const weighed = presimplify(JSON.parse(readFileSync(here("node_modules/world-atlas/countries-50m.json"), "utf8")));
  const least = quantile(weighed, KEPT);
  const keepsRings = filter(simplify(weighed, least), filterWeight(weighed, 0));
  const found = quantize(keepsRings, STEPS);
  delete found.objects.land;
  for (const shape of found.objects.countries.geometries) {
    const { name } = shape.properties;
    const code = codes.get(Number(shape.id)) ?? { Kosovo: "XKX" }[name];
    delete shape.id;
    if (code) shape.id = code;
    shape.properties = code ? undefined : { name };
  }
  return found;
}

function digests() {
  const files = readdirSync(OUT).filter((name) => !["digests.json", "README.md"].includes(name)).sort();
  return Object.fromEntries(files.map((name) => [name, createHash("sha256").update(readFileSync(OUT + name)).digest("hex")]));
}

mkdirSync(OUT, { recursive: true });
for (const name of readdirSync(OUT)) if (name !== "README.md") rmSync(OUT + name);
for (const [name, what] of Object.entries(MODULES)) await bundle(name, what);
writeFileSync(`${OUT}countries.json`, JSON.stringify(atlas()));
for (const name of new Set([...Object.values(MODULES).flatMap(({ of }) => of), "world-atlas"])) {
  writeFileSync(`${OUT}${name}.LICENSE`, readFileSync(here(`node_modules/${name}/LICENSE`)));
}
writeFileSync(`${OUT}digests.json`, `${JSON.stringify(digests(), null, 2)}\n`);
