// The front end is built into the Python package, which serves it by the manifest.
// Every page loads `desk`; each folder of src/islands/ with an index.ts is an entry of its own.
import { existsSync, readdirSync, rmSync } from "node:fs";
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

/** Removes what earlier builds left, once this one is there: no desk is ever without its files. */
function sweep(): Plugin {
  const folder = resolve(built, "assets");
  return {
    name: "sweep",
    writeBundle(_, bundle) {
      const old = readdirSync(folder).filter((name) => !(`assets/${name}` in bundle));
      for (const name of old) rmSync(resolve(folder, name));
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
