// Requests to the API server, with the raw bytes of a file: kubectl would read and print them anew.
import { readFileSync } from "node:fs";
import { request } from "node:https";

/** An object of the cluster as JSON. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly generation?: number;
    readonly resourceVersion?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly [field: string]: unknown;
}

/** What the server answered. */
export interface Answer {
  readonly status: number;
  /** The object, or a `Status` with a `message`. */
  readonly body: KubernetesObject & { readonly message?: string };
  /** Texts of its `Warning` headers. */
  readonly warnings: readonly string[];
}

export interface Connection {
  /** `https://127.0.0.1:16443`. */
  readonly url: string;
  readonly caFile: string;
  readonly token: string;
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** A client that may do everything. */
export class ApiClient {
  readonly #connection: Connection;
  readonly #ca: Buffer;
  readonly #resources = new Map<string, Promise<readonly Resource[]>>();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#ca = readFileSync(connection.caFile);
  }

  /** One request; a status of 400 and above is an answer, too. */
  call(method: string, path: string, body?: string, type = "application/json"): Promise<Answer> {
    const headers: Record<string, string> = {
      authorization: `Bearer ${this.#connection.token}`,
      accept: "application/json",
    };
    if (body !== undefined) headers["content-type"] = type;
    return new Promise((resolve, reject) => {
      const options = { method, headers, ca: this.#ca };
      const sent = request(this.#connection.url + path, options, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => (text += part));
        response.on("end", () => {
          resolve({
            status: response.statusCode ?? 0,
            body: parsed(text),
            warnings: warningsIn(response.headers["warning"]),
          });
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  /** As `call`; a status of 400 and above is an error with the server's own words. */
  async must(method: string, path: string, body?: string, type?: string): Promise<Answer> {
    const answer = await this.call(method, path, body, type);
    if (answer.status < 400) return answer;
    throw new Error(`${method} ${path}: ${String(answer.status)} ${String(answer.body.message)}`);
  }

  /** Path of the collection that `object` belongs to. */
  async collection(object: KubernetesObject): Promise<string> {
    const { apiVersion, kind, metadata } = object;
    const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    let resources = this.#resources.get(group);
    if (resources === undefined) this.#resources.set(group, (resources = this.#list(group)));
    const found = (await resources).find((one) => one.kind === kind && !one.name.includes("/"));
    if (found === undefined) throw new Error(`The server has no ${kind} in ${apiVersion}.`);
    const place = found.namespaced ? `/namespaces/${metadata.namespace ?? "default"}` : "";
    return `${group}${place}/${found.name}`;
  }

  async path(object: KubernetesObject): Promise<string> {
    return `${await this.collection(object)}/${object.metadata.name}`;
  }

  async #list(group: string): Promise<readonly Resource[]> {
    const { body } = await this.must("GET", group);
    return body["resources"] as readonly Resource[];
  }
}

function parsed(text: string): Answer["body"] {
  try {
    return JSON.parse(text) as Answer["body"];
  } catch {
    return { apiVersion: "v1", kind: "Status", metadata: { name: "" }, message: text };
  }
}

/** `299 - "text"`, several in one header. */
function warningsIn(header: string | undefined): readonly string[] {
  return [...(header ?? "").matchAll(/299 - "((?:[^"\\]|\\.)*)"/gu)].map(([, text]) => text ?? "");
}
