// What Kafka accepts as a name, as its brokers answer (org.apache.kafka.common.internals.Topic), and
// what they accept although it does harm. Decides no name.

const longestName = 249;

/** Why `name` cannot be a topic of ours, as the end of "it …"; null where it can. */
export function topicNameProblem(name: string): string | null {
  if (name === "." || name === "..") return "means a folder";
  if (!/^[A-Za-z0-9._-]*$/u.test(name))
    return "may hold only the letters A to Z, digits, dots, underscores and hyphens";
  if (name.length > longestName)
    return `has ${name.length} characters, and ${longestName} are allowed`;
  // Brokers create such a topic without a word.
  if (name.startsWith("__"))
    return "starts with two underscores, as only Kafka's own internal topics do";
  if (name.startsWith("-"))
    return "starts with a hyphen, which command line tools take for an option";
  return null;
}

/** The name in metrics, where brokers write an underscore for a dot; two topics must not share it. */
export function metricName(topic: string): string {
  return topic.replaceAll(".", "_");
}
