// Called by the .NET build: installs when the lock changed, builds, and writes dist/.built. Two builds of one folder at
// once are one: the second waits for the lock and finds the work done.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const web = new URL("..", import.meta.url).pathname;
const protos = join(web, "../../shared/SupportGrid.Api/Protos");
const lock = join(web, "node_modules/.dotnet-build");
const PATIENCE_MS = 600_000;

/** @param {number} ms */
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** @param {string} file */
function holderLives(file) {
  try {
    process.kill(Number(readFileSync(file, "utf8")), 0);
    return true;
  } catch {
    return false;
  }
}

/** Creating a folder is atomic: who creates it, builds. */
function take() {
  mkdirSync(join(web, "node_modules"), { recursive: true });
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, "pid"), String(process.pid));
      return;
    } catch {
      if (waited > 1_000 && !holderLives(join(lock, "pid"))) rmSync(lock, { recursive: true, force: true });
      if (waited > PATIENCE_MS) throw new Error(`another build holds ${lock}`);
      pause(200);
    }
  }
}

/** @param {string} folder @returns {string[]} */
function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("/src/api/gen/"))
    .sort();
}

/** @param {string[]} paths */
function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(path.slice(web.length)).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

/** @param {string} file */
const said = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** @param {string[]} args */
const npm = (...args) => execFileSync("npm", args, { cwd: web, stdio: ["ignore", "inherit", "inherit"] });

take();
try {
  const locked = digest([join(web, "package.json"), join(web, "package-lock.json")]);
  const installed = join(web, "node_modules/.installed");
  if (said(installed) !== locked) {
    npm("install", "--no-audit", "--no-fund", "--loglevel=error");
    writeFileSync(installed, digest([join(web, "package.json"), join(web, "package-lock.json")]));
  }

  const pages = ["index.html", "chat.html", "chat/demo.html"];
  const tops = [...pages, "package.json", "package-lock.json", "vite.config.ts", "tsconfig.json", "buf.gen.yaml"];
  const folders = ["src", "public", "protos", "scripts"].map((name) => join(web, name));
  const sources = digest([...tops.map((name) => join(web, name)), ...[...folders, protos].flatMap(files)]);
  const built = join(web, "dist/.built");
  if (said(built) !== sources) npm("run", "--silent", "build");
  writeFileSync(built, sources);
} finally {
  rmSync(lock, { recursive: true, force: true });
}
