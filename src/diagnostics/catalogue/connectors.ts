// Codes of connectors and the Java that configures them.

export const connectorMessages = {};
