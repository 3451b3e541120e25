// URI schemes that a Flink file system plugin or Hadoop opens, for the rows that name a folder.

/** Object stores, Hadoop and the local file system, as Flink's file system plugins register them. */
export const storageSchemes: readonly string[] = [
  "s3",
  "s3a",
  "s3p",
  "hdfs",
  "viewfs",
  "gs",
  "abfs",
  "abfss",
  "wasb",
  "wasbs",
  "oss",
  "file",
];
