// Codes of Kafka topics, Kinesis streams and Pulsar topics.

export const topicMessages = {};
