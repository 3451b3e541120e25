// Addresses of services that let in whoever knows the path: for these the path is the credential.

/** From the scheme to the first character of the secret part. */
export const secretPath =
  /https?:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)|(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks|[\w-]+\.webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook|api\.telegram\.org\/bot|events\.pagerduty\.com\/integration|hooks\.zapier\.com\/hooks)\/?(?=[^/\s])/i;
