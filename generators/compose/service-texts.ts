// Ports, mounts and images as Docker Compose reads them, each checked in words. Must not report: the
// callers know the place.

/** What is wrong with a text, to follow it in a sentence, and what to write. */
export interface TextProblem {
  readonly problem: string;
  readonly help: string;
}

/** A published port in its parts; a host port that is not named is chosen by Docker. */
export interface PublishedPort {
  /** With the colon behind it; empty: all addresses. */
  readonly address: string;
  readonly host: PortRange | null;
  readonly container: PortRange;
  /** `/udp`, or empty. */
  readonly protocol: string;
}

interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** Reads `[address:][host:]container[/protocol]`, host and container a port or a range; null: no such. */
export function publishedPort(text: string): PublishedPort | null {
  const match =
    /^(?:(?:([^/\s]*):)?(\d+(?:-\d+)?)?:)?(\d+(?:-\d+)?)((?:\/(?:tcp|udp|sctp))?)$/u.exec(text);
  if (match === null) return null;
  const [, address, host, container = "", protocol = ""] = match;
  const read = { host: host === undefined ? null : rangeOf(host), container: rangeOf(container) };
  return { address: address === undefined ? "" : `${address}:`, ...read, protocol };
}

function rangeOf(text: string): PortRange {
  const [first = "", last = first] = text.split("-");
  return { first: Number(first), last: Number(last) };
}

function widthOf({ first, last }: PortRange): number {
  return last - first;
}

/** The text of `port` with its host ports moved by so many of its ranges. */
export function movedPort(port: PublishedPort, times: number): string {
  const { address, host, container, protocol } = port;
  const start = host === null ? "" : `${rangeText(host, times * (widthOf(host) + 1))}:`;
  return `${address}${start}${rangeText(container, 0)}${protocol}`;
}

function rangeText({ first, last }: PortRange, offset: number): string {
  const start = String(first + offset);
  return first === last ? start : `${start}-${String(last + offset)}`;
}

const lastPort = 65_535;
const portHelp = `Write "host:container", such as "8081:8081", or the container's port alone.`;

/** Null for a port that Compose publishes. */
export function portProblem(text: string): TextProblem | null {
  const port = publishedPort(text);
  const problem =
    port === null ? "must be [address:][host:]container[/protocol]" : rangesProblem(port);
  return problem === null ? null : { problem, help: portHelp };
}

function rangesProblem({ address, host, container }: PublishedPort): string | null {
  if (address !== "" && !isAddress(address.slice(0, -1))) {
    return "must have an IP address in front of the ports";
  }
  const ranges = host === null ? [container] : [host, container];
  if (ranges.some(({ first, last }) => first < 1 || last > lastPort)) {
    return `must name ports from 1 to ${String(lastPort)}`;
  }
  if (ranges.some((range) => widthOf(range) < 0)) return "must begin a range with its lower end";
  const width = widthOf(container);
  return host === null || width === 0 || width === widthOf(host)
    ? null
    : "must have as many ports of this machine as of the container";
}

function isAddress(text: string): boolean {
  const parts = text.split(".");
  if (parts.length === 4) return parts.every((part) => /^\d{1,3}$/u.test(part) && +part <= 255);
  return /^\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*\]$/u.test(text);
}

const modes: ReadonlySet<string> = new Set(
  "ro rw z Z cached delegated consistent nocopy shared rshared slave rslave private rprivate".split(
    " ",
  ),
);
const mountHelp = `Write "./folder:/folder" for a folder of this machine, or "name:/folder" for a volume.`;

/** The volume that a mount names, or null: it mounts a folder of this machine, or a nameless volume. */
export function namedVolume(mount: string): string | null {
  const [source = ""] = mount.split(":");
  return mount.includes(":") && !/^[./~]/u.test(source) ? source : null;
}

/** Null for a mount that Compose makes. */
export function mountProblem(mount: string): TextProblem | null {
  const problem = partsProblem(mount);
  return problem === null ? null : { problem, help: mountHelp };
}

/** Folders of Flink's containers that are no place for a mount of the file, and why. */
const takenFolders: readonly (readonly [folder: string, why: string])[] = [
  ["/opt/flink/conf", "the start script replaces Flink's configuration there"],
  ["/etc/nexgen", "the configuration and the start script are mounted there"],
];

/** What the start script removes and writes: a mount of such a file stops it. */
const writtenFiles: ReadonlySet<string> = new Set([
  "/opt/flink/conf/flink-conf.yaml",
  "/opt/flink/conf/config.yaml",
]);

/** The path of Flink's containers that `mount` may not cover, and why not; null for any other mount. */
export function takenByFlink(
  mount: string,
): { readonly path: string; readonly problem: string } | null {
  const parts = mount.split(":");
  const written = parts.length === 1 ? mount : (parts[1] ?? "");
  const path = `/${written.split("/").filter(Boolean).join("/")}`;
  for (const [folder, problem] of takenFolders) {
    if (`${folder}/`.startsWith(path === "/" ? path : `${path}/`))
      return { path: written, problem };
  }
  if (!writtenFiles.has(path)) return null;
  return { path: written, problem: "the start script writes that file" };
}

function partsProblem(mount: string): string | null {
  if (/\p{Cc}/u.test(mount)) return "holds a control character";
  const parts = mount.split(":");
  const [target = "", mode = "rw"] = parts.length === 1 ? parts : parts.slice(1);
  if (parts.length > 3) return "has more parts than source, target and mode";
  if (!/^\/./u.test(target)) return "names no folder of the container, which begins with /";
  const volume = namedVolume(mount);
  if (volume !== null && !/^[A-Za-z0-9][\w.-]*$/u.test(volume)) {
    return `begins with "${volume}", which is neither a path nor the name of a volume`;
  }
  const unknown = mode.split(",").find((each) => !modes.has(each));
  return unknown === undefined ? null : `has the mode "${unknown}", which Compose does not know`;
}

const imageForm =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9+._-]*:[0-9A-Fa-f]{32,})?$/u;

/** Null for an image that Docker can pull. */
export function imageProblem(image: string): TextProblem | null {
  if (imageForm.test(image)) return null;
  return {
    problem: /\s/u.test(image)
      ? "holds a blank"
      : "must be repository:tag, the repository in lower case",
    help: `Write "registry/repository:tag", such as "flink:1.20".`,
  };
}
