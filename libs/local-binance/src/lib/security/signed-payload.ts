/** What a request says about itself, as far as its signature goes. */
export interface SignedPayload {
  /** What has been signed. */
  readonly payload: string;
  /** Null where there is none. */
  readonly signature: string | null;
}

/**
 * Over HTTP: the query and then the body, byte for byte as they were sent and with nothing between them. The signature
 * itself is taken out, wherever it stands.
 */
export function httpPayload(query: string, body: string): SignedPayload {
  const ofQuery = withoutSignature(query);
  const ofBody = withoutSignature(body);
  return {
    payload: ofQuery.payload + ofBody.payload,
    signature: ofQuery.signature ?? ofBody.signature,
  };
}

/** Over a socket: all parameters sorted by name, as they are, with nothing percent-encoded. */
export function socketPayload(parameters: ReadonlyMap<string, string>): SignedPayload {
  const signed = [...parameters].filter(([name]) => name !== 'signature');
  signed.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    payload: signed.map(([name, value]) => `${name}=${value}`).join('&'),
    signature: parameters.get('signature') ?? null,
  };
}

const SIGNATURE = 'signature=';

function withoutSignature(encoded: string): SignedPayload {
  if (!encoded.includes(SIGNATURE)) return { payload: encoded, signature: null };
  const pairs = encoded.split('&');
  const signature = pairs.find((pair) => pair.startsWith(SIGNATURE));
  return {
    payload: pairs.filter((pair) => !pair.startsWith(SIGNATURE)).join('&'),
    signature: signature === undefined ? null : decoded(signature.slice(SIGNATURE.length)),
  };
}

/** A plus is a space, as in every form: a signature in base64 must be percent-encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return '';
  }
}
