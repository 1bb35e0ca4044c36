const SECRET = /apikey|apisecret|privatekey|secret|passw(or)?d|passphrase|token/;

/** Whether a key is called as secrets are, however it is spelt: `apiKey`, `API_KEY`, `binance.api-key`. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name.toLowerCase().replaceAll(/[^a-z]/g, ''));
}

/** Whether a text is a secret whatever its key is called: a private key, or an address with a password in it. */
export function isSecretText(text: string): boolean {
  return text.includes('PRIVATE KEY-----') || /:\/\/[^/\s]*:[^/\s]*@/.test(text);
}
