// How the values of a Redis lookup are read: as text, or decoded and decompressed.
import { absent, code, type Code } from "../../../src/encode/leaf.js";
import type { View } from "../../../src/generator/contract.js";
import type { RedisLookup } from "../../../src/model/bindings.js";
import type { MavenDependency } from "../maven.js";
import { clients } from "./clients.js";
import type { StoreRequest } from "./store-class.js";
import type { SupportClass } from "./support.js";

export interface RedisValueFacts {
  /** Java type of a value: `String`, or the caller's `V`. */
  readonly element: string;
  readonly view: View;
  readonly imports: readonly string[];
  readonly dependencies: readonly MavenDependency[];
  readonly support: readonly SupportClass[];
  readonly remarks: readonly string[];
}

export function redisValues({ lookup }: StoreRequest<RedisLookup>): RedisValueFacts {
  const format = lookup.serialization?.format ?? null;
  const compression = lookup.serialization?.compression ?? "none";
  const hasValueClass = format === "json" || format === "msgpack";
  const hasDecoder = format === "protobuf";
  const isTyped = hasValueClass || hasDecoder;
  const argument = hasValueClass ? "valueClass, " : hasDecoder ? "decoder, " : "";
  return {
    element: isTyped ? "V" : "String",
    view: {
      isTyped,
      hasValueClass,
      hasDecoder,
      typeParameters: code(isTyped ? "I, V, O" : "I, O"),
      valueArgument: code(argument),
      mapper: mapper(format),
      codec: code(codec(format, compression)),
    },
    imports: [...formatImports(format), ...compressionImports(compression)],
    dependencies: [
      ...(hasValueClass ? clients.json : []),
      ...(format === "msgpack" ? clients.msgpack : []),
      ...(compression === "lz4" ? clients.lz4 : []),
    ],
    support: [
      ...(isTyped ? (["RedisValues"] as const) : []),
      ...(hasDecoder ? (["ValueDecoder"] as const) : []),
      ...(compression === "lz4" ? (["LzFourValues"] as const) : []),
    ],
    remarks: [
      ...(format === null ? [] : [`Values are stored as ${format}.`]),
      ...(compression === "none" ? [] : [`Values are compressed with ${compression}.`]),
    ],
  };
}

type Format = "json" | "msgpack" | "protobuf" | null;

function mapper(format: Format): Code | typeof absent {
  if (format === "json") return code("JsonMapper.builder()");
  return format === "msgpack" ? code("JsonMapper.builder(new MessagePackFactory())") : absent;
}

function codec(format: Format, compression: "none" | "gzip" | "lz4"): string {
  const plain =
    format === null
      ? "StringCodec.UTF8"
      : format === "protobuf"
        ? "new RedisValues<>(decoder)"
        : "new RedisValues<>(bytes -> mapper.readValue(bytes, valueClass))";
  if (compression === "gzip")
    return `CompressionCodec.valueCompressor(${plain}, CompressionCodec.CompressionType.GZIP)`;
  return compression === "lz4" ? `new LzFourValues<>(${plain})` : plain;
}

function formatImports(format: Format): readonly string[] {
  const always = ["io.lettuce.core.codec.RedisCodec"];
  if (format === null) return [...always, "io.lettuce.core.codec.StringCodec"];
  if (format === "protobuf") return always;
  const mapped = [
    ...always,
    "com.fasterxml.jackson.databind.DeserializationFeature",
    "com.fasterxml.jackson.databind.ObjectMapper",
    "com.fasterxml.jackson.databind.json.JsonMapper",
  ];
  return format === "json"
    ? mapped
    : [...mapped, "org.msgpack.jackson.dataformat.MessagePackFactory"];
}

function compressionImports(compression: "none" | "gzip" | "lz4"): readonly string[] {
  return compression === "gzip" ? ["io.lettuce.core.codec.CompressionCodec"] : [];
}
