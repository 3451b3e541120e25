// The section `dead_letters`: where records go that could not be processed.
import { from } from "../build-property.js";
import type { Section } from "../property.js";
import { clientProperties, topicConfiguration, topicLocation, topicSize } from "./kafka-client.js";
import { mongodbLocation } from "./mongodb-location.js";

const spec = from("§4.5");

export const deadLetters: Section = {
  kind: "named",
  summary: "Destinations of records that could not be processed.",
  block: {
    noun: "dead letter",
    discriminator: "type",
    common: {
      include_metadata: spec.boolean(
        "Whether the error and its origin are attached to the record.",
        {
          default: false,
        },
      ),
    },
    variants: {
      kafka: {
        ...topicLocation("§4.5"),
        ...topicSize("addition"),
        ...topicConfiguration,
        properties: clientProperties("XP"),
      },
      s3: {
        bucket: spec.text("Bucket that receives the files.", { required: true }),
        prefix: spec.text("Start of every object key, usually ending with a slash."),
        format: spec.choice("File format.", ["json", "avro", "parquet"]),
        partition_by: spec.choice("What the folders below the prefix are named after.", [
          "date",
          "hour",
          "source",
        ]),
      },
      mongodb: mongodbLocation("#74"),
    },
    synonyms: [],
    regionalSwitch: null,
  },
};
