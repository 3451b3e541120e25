// Codes of targets made of hosts: YARN, standalone clusters, compose.

export const hostMessages = {};
