// The front end is built into the Python package, which serves it by the manifest.
// Every page loads `desk`; each folder of src/islands/ with an index.ts is an entry of its own.
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

const here = import.meta.dirname ?? process.cwd();
const islands = resolve(here, "src/islands");
const built = resolve(here, "../src/dragoman/desk/static");

function entries(): Record<string, string> {
  const found: Record<string, string> = { desk: resolve(here, "src/desk.ts") };
  const folders = existsSync(islands) ? readdirSync(islands) : [];
  for (const name of folders.sort()) {
    const file = resolve(islands, name, "index.ts");
    if (existsSync(file)) found[name] = file;
  }
  return found;
}

/** Removes what builds of an hour ago left: a desk that runs meanwhile is not without its files. */
function sweep(): Plugin {
  const folder = resolve(built, "assets");
  const since = Date.now() - 3_600_000;
  return {
    name: "sweep",
    writeBundle(_, bundle) {
      for (const name of readdirSync(folder)) {
        const file = resolve(folder, name);
        if (!(`assets/${name}` in bundle) && statSync(file).mtimeMs < since) rmSync(file);
      }
    },
  };
}

export default defineConfig({
  root: here,
  plugins: [sweep()],
  base: "/static/",
  publicDir: resolve(here, "public"),
  build: {
    outDir: built,
    emptyOutDir: false,
    manifest: "manifest.json",
    assetsInlineLimit: 0, // no data: addresses, so that the content policy can refuse them
    modulePreload: { polyfill: false },
    target: "es2022",
    rollupOptions: { input: entries() },
  },
});
