// Removes what the writer itself made: a whole tree, or folders left empty. Never follows a link.
import { errorCode, type Disk } from "./disk.js";
import { parentOf } from "./output-tree.js";

/** Removes `path` (absolute) and everything below it; links are removed, not followed. */
export function removeTree(path: string, disk: Disk): void {
  const found = disk.stat(path);
  if (found === null) return;
  if (found.kind !== "folder") {
    disk.removeFile(path);
    return;
  }
  for (const name of disk.list(path)) removeTree(`${path}/${name}`, disk);
  disk.removeFolder(path);
}

/** Removes the folders above `path` (relative to `root`) that are empty, from the inside out. */
export function removeEmptyFolders(path: string, root: string, disk: Disk): void {
  for (let folder = parentOf(path); folder !== ""; folder = parentOf(folder)) {
    if (!removeIfEmpty(`${root}/${folder}`, disk)) return;
  }
}

/** Removes a folder if nothing is in it. True if it is gone afterwards. */
export function removeIfEmpty(path: string, disk: Disk): boolean {
  try {
    disk.removeFolder(path);
    return true;
  } catch (thrown) {
    const code = errorCode(thrown);
    if (code === "ENOENT") return true;
    if (code === "ENOTEMPTY" || code === "EEXIST") return false;
    throw thrown;
  }
}
