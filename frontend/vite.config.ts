// The front end is built into the Python package, which serves it by the manifest.
// Every page loads `desk`; each folder of src/islands/ with an index.ts is an entry of its own.
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vite";

const here = import.meta.dirname ?? process.cwd();
const islands = resolve(here, "src/islands");

function entries(): Record<string, string> {
  const found: Record<string, string> = { desk: resolve(here, "src/desk.ts") };
  const folders = existsSync(islands) ? readdirSync(islands) : [];
  for (const name of folders.sort()) {
    const file = resolve(islands, name, "index.ts");
    if (existsSync(file)) found[name] = file;
  }
  return found;
}

export default defineConfig({
  root: here,
  base: "/static/",
  publicDir: resolve(here, "public"),
  build: {
    outDir: resolve(here, "../src/dragoman/desk/static"),
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsInlineLimit: 0, // no data: addresses, so that the content policy can refuse them
    modulePreload: { polyfill: false },
    target: "es2022",
    rollupOptions: { input: entries() },
  },
});
