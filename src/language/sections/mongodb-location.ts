// The connection string, database and collection that sinks, lookups and dead letters in MongoDB need.
import { from } from "../build-property.js";
import type { Properties } from "../property.js";

/** Three required rows; `source` is where the section documents them. */
export function mongodbLocation(source: string): Properties {
  const row = from(source);
  return {
    uri: row.url("Connection string of the MongoDB deployment.", ["mongodb", "mongodb+srv"], {
      required: true,
      sensitive: "connection",
    }),
    database: row.text("Name of the database.", { required: true }),
    collection: row.text("Name of the collection.", { required: true }),
  };
}
