// Codes of alerts, Prometheus, Alertmanager and Grafana.

export const alertMessages = {};
