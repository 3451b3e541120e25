// The file system plugins that wait in /opt/flink/opt of the official image until they are named.

const stockRepository = /^(?:docker\.io\/)?(?:library\/)?flink$|^(?:docker\.io\/)?apache\/flink$/u;

/** Whether `repository` is that of the official images. */
export function isStockImage(repository: string): boolean {
  return stockRepository.test(repository);
}

// Plugins by the URI scheme that needs them.
const pluginSchemes: readonly (readonly [scheme: RegExp, plugin: string])[] = [
  [/^s3a?:/u, "s3"],
  [/^gs:/u, "gs"],
  [/^(?:wasbs?|abfss?):/u, "azure"],
];

/**
 * `ENABLE_BUILT_IN_PLUGINS`: the jars of `release`, separated by semicolons, that the storage
 * locations among `values` need; null when there are none.
 */
export function builtInPluginJars(values: readonly string[], release: string): string | null {
  const plugins = pluginSchemes.filter(([scheme]) => values.some((uri) => scheme.test(uri)));
  if (plugins.length === 0) return null;
  return plugins.map(([, plugin]) => `flink-${plugin}-fs-hadoop-${release}.jar`).join(";");
}
