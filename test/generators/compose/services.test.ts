// Services of the file: what Compose refuses is refused with a place and a cure, the rest is kept.
import { expect, test } from "vitest";
import { compose } from "../../../generators/compose/index.js";
import { plannedFiles } from "../../fixtures/planned-files.js";
import { file, project } from "./project.js";

const refused: readonly (readonly [property: string, item: string])[] = [
  ["ports", "99999:1"],
  ["ports", "0:1"],
  ["ports", "8081:70000"],
  ["ports", "9-8:9-8"],
  ["ports", "80:80-81"],
  ["ports", "localhost:80:80"],
  ["ports", "::1:80:80"],
  ["ports", "127.0.0.256:80:80"],
  ["volumes", "x y:/z"],
  ["volumes", "data/x:/y"],
  ["volumes", "x:y"],
  ["volumes", "/x:/y:rw:z"],
  ["volumes", "/x:/y:readonly"],
  ["volumes", "x"],
  ["volumes", ""],
];

test.each(refused)("%s: '%s' is refused where it stands, with a cure", async (property, item) => {
  const list = `${property}: ['/x', '${item}']`.replace(
    /'\/x'/u,
    property === "ports" ? "'1'" : "'/x'",
  );
  const text = file(`  compose: { a: { image: i, ${list} }, task_manager: { image: f, ${list} } }`);
  const { diagnostics } = await plannedFiles(compose, text);
  const found = diagnostics.filter(({ code }) => code === "E934");
  expect(found.map(({ span }) => span?.file.text.slice(span.start, span.end))).toEqual([
    `'${item}'`,
    `'${item}'`,
  ]);
  expect(found[0]?.help).toContain("Write ");
});

/** A start script that replaces files must not find a folder of this machine in their place. */
test.each([
  "./conf:/opt/flink/conf",
  "./conf:/opt/flink//conf/:ro",
  "./flink:/opt/flink",
  "/opt/flink/conf",
  "./c.yaml:/opt/flink/conf/config.yaml",
  "./x:/etc/nexgen",
])("'%s' cannot be mounted into Flink's containers", async (item) => {
  for (const body of [
    `  compose: { job_manager: { image: f, volumes: ['/x', '${item}'] } }`,
    `  compose: { task_manager: { image: f, volumes: ['/x', '${item}'] } }`,
    `  compose: {}\n  volumes: ['/x', '${item}']`,
  ]) {
    const { diagnostics } = await plannedFiles(compose, file(body));
    const found = diagnostics.filter(({ code }) => code === "E936");
    expect(found.map(({ span }) => span?.file.text.slice(span.start, span.end))).toEqual([
      `'${item}'`,
    ]);
  }
});

test("a single file beside the configuration, and any folder of another service, are mounted", async () => {
  const { codes } = await plannedFiles(
    compose,
    file(
      "  compose: { a: { image: i, volumes: ['./x:/opt/flink/conf'] }, task_manager: { image: f, volumes: ['./l:/opt/flink/conf/log4j-console.properties', './u:/opt/flink/usrlib'] } }",
    ),
  );
  expect(codes).not.toContain("E936");
});

test.each(["a b", "Kafka:1", "a:b:c", "a@b"])("the image '%s' is refused", async (image) => {
  const { codes } = await plannedFiles(compose, file(`  compose: { a: { image: '${image}' } }`));
  expect(codes).toEqual(["E934"]);
});

test("what Compose takes is taken as it stands", async () => {
  const ports = ["80", "8000-8001", "8080:80", "8000-8001:80-81", "9000-9010:90", "1:2/udp"];
  const bound = ["127.0.0.1:80:80", "127.0.0.1::80", "[::1]:80:80"];
  const mounts = ["/anonymous", "x.y-z:/z", "./a:/b:ro", "~/a:/b:ro,z", "../a:/b", "/a:/b:rw"];
  const image = "registry.example.com:5000/a/b__c:1.0";
  const text = file(
    `  compose: { a: { image: '${image}', ports: ${JSON.stringify([...ports, ...bound])}, volumes: ${JSON.stringify(mounts)} } }`,
  );
  const found = await project(text);
  expect(found.services["a"]).toEqual({ image, ports: [...ports, ...bound], volumes: mounts });
  expect(found.volumes).toEqual({ "x.y-z": {} });
});

test("Flink's own containers take what the file says of them", async () => {
  const text = file(`
  compose:
    kafka: { image: k }
    db: { image: d, healthcheck: ready }
    job_manager: { image: f, healthcheck: "jm $X", volumes: ["jm:/jm"], depends_on: [] }
    task_manager: { image: f, healthcheck: tm, volumes: ["tm:/tm"], depends_on: [job_manager, db] }`);
  const { services: found } = await project(text);
  const manager = found["hourly-totals-jobmanager"];
  expect(manager?.healthcheck?.test).toEqual(["CMD-SHELL", "jm $$X"]);
  expect(manager?.volumes).toContain("jm:/jm");
  expect(manager?.depends_on).toBeUndefined();
  const worker = found["hourly-totals-taskmanager"];
  expect(worker?.healthcheck?.test).toEqual(["CMD-SHELL", "tm"]);
  expect(worker?.volumes).toContain("tm:/tm");
  expect(worker?.depends_on).toEqual({
    "hourly-totals-jobmanager": { condition: "service_healthy" },
    db: { condition: "service_healthy" },
  });
});

test("a mount of one kind of containers shares no checkpoints", async () => {
  const local = "checkpoints: { c: { type: filesystem, path: 'file:///state/c', interval: 1m } }";
  const found = await project(
    file("  compose: { job_manager: { image: f, volumes: ['/tmp/s:/state'] } }", local),
  );
  expect(found.volumes).toEqual({ "state.state.c": {} });
});

const kafka = `streams: { s: { type: kafka, topic: t, brokers: "broker_1:9092,kafka:9092" } }`;

async function readme(service: string): Promise<string> {
  const { texts } = await plannedFiles(compose, file(`  compose: { kafka: ${service} }`, kafka));
  return texts.get("README.md") ?? "";
}

test("topics are made in the container of the broker, between the services and the jobs", async () => {
  const text = await readme("{ image: 'apache/kafka:3.9.1', ports: ['9092:9092'] }");
  const steps = [
    "docker compose up --detach --wait kafka\n",
    "docker compose cp ../kafka-topics/kafka/broker-1-9092/. kafka:/tmp/broker-1-9092\n",
    "docker compose exec --env KAFKA_HOME=/opt/kafka kafka bash /tmp/broker-1-9092/topics.sh\n",
    "docker compose up --detach --wait\n",
  ];
  const places = steps.map((step) => text.indexOf(step));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(text).not.toContain("--bootstrap-server");
});

test("the address for this machine is one that the broker publishes and advertises", async () => {
  const listeners =
    "environment: ['X_ADVERTISED_LISTENERS=A://kafka:9092,B://localhost:1,C://localhost:9094']";
  const published = await readme(`{ image: k, ports: ['127.0.0.1:9094:9094'], ${listeners} }`);
  expect(published).toContain("docker compose exec kafka bash");
  expect(published).toContain("/topics.sh --bootstrap-server localhost:9094\n");
  expect(await readme(`{ image: k, ${listeners} }`)).not.toContain("--bootstrap-server");
});

test("without a Kafka of the project there is no step for topics", async () => {
  const { texts } = await plannedFiles(compose, file("  compose: { db: { image: i } }", kafka));
  expect(texts.get("README.md")).not.toContain("kafka-topics");
  expect(texts.get("README.md")).toContain("docker compose config --quiet\n");
});
